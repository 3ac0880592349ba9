package clinic.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Payara Micro with the application in it. */
final class ApplicationServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ApplicationServer.class.getName());
    private static final int READY_MILLIS = 15_000;
    private static final String CONFIG = "configs.config.server-config.";
    private static final String HTTP = CONFIG + "network-config.protocols.protocol.http-listener.http.";
    private static final String LISTENS =
            CONFIG + "network-config.network-listeners.network-listener.http-listener.enabled";
    private static final Duration REQUESTS_MAY_TAKE = Duration.ofSeconds(10);
    private static final Map<String, String> SETTINGS = Map.of(
            CONFIG + "phone-home-runtime-configuration.enabled",
            "false",
            HTTP + "server-header",
            "false",
            HTTP + "max-post-size-bytes",
            "-1",
            HTTP + "max-form-post-size-bytes",
            "262144",
            HTTP + "request-timeout-seconds",
            "60",
            HTTP + "max-connections",
            "10000",
            // The application describes itself: what the server would write again loses nulls and adds words of its
            // own.
            CONFIG + "microprofile-openapi-configuration.enabled",
            "false",
            // Over HTTP/2 requests would come in beside the guards of the edge; browsers do not speak it without TLS.
            HTTP + "http2-enabled",
            "false",
            // Nobody is let in before the application is there to answer.
            LISTENS,
            "false");

    private final PayaraMicroRuntime runtime;
    private final AdminCommandRunner admin;
    private final Edge edge;

    private ApplicationServer(PayaraMicroRuntime runtime, AdminCommandRunner admin, Edge edge) {
        this.runtime = runtime;
        this.admin = admin;
        this.edge = edge;
    }

    /**
     * Starts it, and gives it the port that was kept for it once the application is there.
     *
     * @param room closed then
     */
    static ApplicationServer start(Settings settings, Home home, Path war, WaitingRoom room) throws CannotStart {
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
            payara.setMaxHttpThreads(Connections.REQUESTS);
            payara.setLogPropertiesFile(ServerLog.write(home).toFile());
            AtomicReference<AdminCommandRunner> admin = new AtomicReference<>();
            payara.setPreBootHandler(ApplicationServer::configure);
            payara.setPostBootHandler(admin::set);
            payara.addDeployment(war.toString());
            PayaraMicroRuntime runtime = payara.bootStrap();
            Optional<String> refusal = ConsoleVoice.refusal();
            if (refusal.isPresent()) {
                throw new CannotStart(refusal.get());
            }
            ApplicationServer server = new ApplicationServer(runtime, admin.get(), new Edge(settings));
            room.close();
            server.listen(true);
            if (runtime.getDeployedApplicationNames().isEmpty() || !ready(settings.port())) {
                throw new CannotStart("The application did not start; the reason is in " + log
                        + because(ConsoleVoice.firstFailure()));
            }
            server.edge.install();
            ConsoleVoice.hear(true);
            return server;
        } catch (BootstrapException | IllegalStateException | IOException failure) {
            LOG.log(Level.INFO, "The server did not start", failure);
            throw new CannotStart("The server did not start; the reason is in " + log + ".", failure);
        }
    }

    private void listen(boolean from) {
        admin.run("set", LISTENS + "=" + from);
    }

    /** Turns newcomers away, waits for those who are being served, and gives the port back. */
    void closeDoor() {
        System.setProperty("clinic.closing", "true");
        long patience = System.nanoTime() + REQUESTS_MAY_TAKE.toNanos();
        try {
            while (servedNow() > 0 && System.nanoTime() < patience) {
                Thread.sleep(20);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        listen(false);
    }

    private static int servedNow() {
        return System.getProperties().get("clinic.requests") instanceof AtomicInteger requests ? requests.get() : 0;
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
        edge.stop();
        try {
            runtime.shutdown();
        } catch (BootstrapException | IllegalStateException alreadyStopped) {
            // Payara's own hook was quicker.
        }
    }
}
