package clinic.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Payara Micro with the application in it. */
final class ApplicationServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ApplicationServer.class.getName());
    private static final int READY_MILLIS = 15_000;
    private static final int HTTP_THREADS = 64;
    private static final String CONFIG = "configs.config.server-config.";
    private static final String HTTP = CONFIG + "network-config.protocols.protocol.http-listener.http.";
    private static final Map<String, String> SETTINGS = Map.of(
            CONFIG + "phone-home-runtime-configuration.enabled", "false",
            HTTP + "server-header", "false",
            HTTP + "max-post-size-bytes", "-1",
            HTTP + "max-form-post-size-bytes", "262144",
            HTTP + "request-timeout-seconds", "60",
            HTTP + "max-connections", "10000");

    private final PayaraMicroRuntime runtime;

    private ApplicationServer(PayaraMicroRuntime runtime) {
        this.runtime = runtime;
    }

    static ApplicationServer start(Settings settings, Home home, Path war) throws CannotStart {
        Path log = home.folder("logs").resolve("clinic.0.log");
        try {
            Path place = home.emptyFolder("server");
            PrivateFiles.copyTree(ServerClasses.template("config"), place.resolve("config"));
            PrivateFiles.copyTree(ServerClasses.template("lib"), place.resolve("lib"));
            PayaraMicro payara = ServerClasses.load();
            payara.setRootDir(place.toFile());
            // Not setNoCluster as well: it would be heard instead, and leaves the data grid running and listening.
            payara.setNoHazelcast(!settings.cluster());
            payara.setPrintLogo(false);
            payara.setHttpPort(settings.port());
            payara.setMaxHttpThreads(HTTP_THREADS);
            payara.setLogPropertiesFile(ServerLog.write(home).toFile());
            payara.setPreBootHandler(ApplicationServer::configure);
            payara.addDeployment(war.toString());
            PayaraMicroRuntime runtime = payara.bootStrap();
            if (runtime.getDeployedApplicationNames().isEmpty() || !ready(settings.port())) {
                throw new CannotStart("The application did not start; the reason is in " + log
                        + because(ConsoleVoice.firstFailure()));
            }
            ConsoleVoice.hear(true);
            return new ApplicationServer(runtime);
        } catch (BootstrapException | IllegalStateException | IOException failure) {
            LOG.log(Level.INFO, "The server did not start", failure);
            throw new CannotStart("The server did not start; the reason is in " + log + ".", failure);
        }
    }

    private static String because(Optional<String> failure) {
        return failure.map(cause -> ", most likely: " + cause).orElse(".");
    }

    /** An application that failed in its own start-up still counts as deployed; it serves nothing. */
    private static boolean ready(int port) throws IOException {
        HttpURLConnection question =
                (HttpURLConnection) new URL("http://127.0.0.1:" + port + "/health/ready").openConnection();
        question.setConnectTimeout(READY_MILLIS);
        question.setReadTimeout(READY_MILLIS);
        try {
            return question.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            question.disconnect();
        }
    }

    private static void configure(AdminCommandRunner admin) {
        SETTINGS.forEach((name, value) -> admin.run("set", name + "=" + value));
    }

    @Override
    public void close() {
        ConsoleVoice.hear(false);
        try {
            runtime.shutdown();
        } catch (BootstrapException | IllegalStateException alreadyStopped) {
            // Payara's own hook was quicker.
        }
    }
}
