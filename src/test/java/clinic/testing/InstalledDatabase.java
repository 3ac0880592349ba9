package clinic.testing;

import clinic.launcher.CannotStart;
import clinic.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A database as the first start leaves it in a home, still without a table of ours. It is installed once; homes of tests
 * begin with a copy, for to unpack and install it is a fifth of what a start takes. {@code EmbeddedDatabaseIT} installs its own.
 */
public final class InstalledDatabase {
    private static Path installed;

    private InstalledDatabase() {}

    /** Puts it into a home that has none, or into a folder that shall be one, there or not. */
    public static void putInto(Path home) {
        Path from = installed();
        Path programs = from.resolve("database").resolve("mariadb-");
        try {
            Files.createDirectories(home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        try (Stream<Path> tree = Files.walk(from).skip(1)) {
            for (Path path : tree.toList()) {
                Path to = home.resolve(from.relativize(path).toString());
                if (path.toString().startsWith(programs.toString()) && !Files.isDirectory(path)) {
                    // 340 MB that are never written to.
                    Files.createLink(to, path);
                } else {
                    Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static synchronized Path installed() {
        if (installed == null) {
            try {
                installed = Files.createTempDirectory("clinic-installed");
                EmbeddedDatabase.start(installed).close();
                for (String left : new String[] {"access.properties", "mariadbd.pid", "port"}) {
                    Files.deleteIfExists(installed.resolve("database").resolve(left));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (CannotStart failure) {
                throw new IllegalStateException(failure);
            }
        }
        return installed;
    }

    static synchronized void delete() {
        if (installed != null) {
            try (Stream<Path> tree = Files.walk(installed)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            installed = null;
        }
    }
}
