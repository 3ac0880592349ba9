package clinic.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the server writes: everything into the home's logs, only warnings to the console. */
final class ServerLog {
    private static final String PROPERTIES = """
            handlers=java.util.logging.FileHandler,clinic.launcher.ConsoleVoice
            .level=INFO
            java.util.logging.FileHandler.pattern=%1$s/clinic.%%g.log
            java.util.logging.FileHandler.limit=10000000
            java.util.logging.FileHandler.count=5
            java.util.logging.FileHandler.append=true
            java.util.logging.FileHandler.level=INFO
            java.util.logging.FileHandler.filter=clinic.launcher.RepeatedFailures
            clinic.launcher.RepeatedFailures.file=%1$s/failures.log
            java.util.logging.FileHandler.encoding=UTF-8
            java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
            javax.enterprise.system.security.ssl.level=OFF
            javax.enterprise.system.tools.deployment.dol.level=SEVERE
            jakarta.enterprise.web.util.level=SEVERE
            PayaraMicro.level=SEVERE
            java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT.%%1$tLZ %%4$s [%%3$s] %%5$s%%6$s%%n
            """;

    private ServerLog() {}

    static Path write(Home home) throws CannotStart, IOException {
        Path file = home.folder("server").resolve("logging.properties");
        String logs = home.folder("logs").toString().replace("%", "%%").replace("\\", "\\\\");
        return Files.writeString(file, PROPERTIES.formatted(logs));
    }
}
