package clinic.launcher;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * One file that holds all of a home that cannot be made again: the database as it was at one moment, the secret, the
 * settings. Made while the clinic runs or while it does not; restored into an empty home.
 */
final class Backup {
    private static final String SQL = "database.sql";
    private static final List<String> FILES = List.of("secret", Home.SETTINGS_FILE);
    /** Stands in a home whose restore has not come to its end: nothing starts on it. */
    static final String UNFINISHED = "restore.unfinished";

    /**
     * Emails that waited when the backup was made may have left after it. Whoever runs the clinic sees them as undelivered, and
     * sends each again or does not.
     */
    private static final String HOLD_EMAILS = """
            UPDATE outbox_mail
               SET state = 'UNDELIVERABLE', lease_owner = NULL, lease_until = NULL,
                   last_error = 'RESTORED: it waited when the backup was made and may have been sent since; send it again if it was not'
             WHERE state = 'QUEUED';
            """;

    private final Settings settings;
    private final Progress progress;

    Backup(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    void make(Path file) throws CannotStart {
        refuseExternal("back it up with mysqldump");
        if (!Files.exists(settings.home().resolve("database/data"))) {
            throw new CannotStart("There is no clinic in CLINIC_HOME " + settings.home() + " to back up.");
        }
        try (Running running = Running.orStarted(settings.home())) {
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                    ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
                write(running.tools(), zip);
                zip.finish();
                channel.force(true);
            } catch (CannotStart | IOException | InterruptedException failure) {
                Files.deleteIfExists(unfinished);
                throw failure;
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            progress.say("Backed up " + settings.home() + " to " + file + ": it holds patients' data and the secret");
        } catch (IOException failure) {
            throw new CannotStart("The backup " + file + " cannot be written: " + failure + ".", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The backup was interrupted.", stopped);
        }
    }

    private void write(DatabaseTools tools, ZipOutputStream zip) throws CannotStart, IOException, InterruptedException {
        zip.putNextEntry(new ZipEntry(SQL));
        tools.dump(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        });
        zip.closeEntry();
        for (String name : FILES) {
            Path file = settings.home().resolve(name);
            if (Files.exists(file)) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    void restore(Path file) throws CannotStart {
        refuseExternal("restore it with mysql");
        if (!Files.isReadable(file)) {
            throw new CannotStart("The backup " + file + " cannot be read.");
        }
        try (Home home = Home.open(settings.home())) {
            Path unfinished = home.path().resolve(UNFINISHED);
            Path data = home.path().resolve("database/data");
            if (Files.exists(data) && !Files.exists(unfinished)) {
                throw new CannotStart(
                        "CLINIC_HOME " + home.path() + " holds a clinic already; restore into an empty one.");
            }
            PrivateFiles.write(unfinished, "");
            PrivateFiles.deleteTree(data);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(home);
                    ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                DatabaseTools tools = DatabaseTools.of(home.path());
                if (!read(zip, tools, home)) {
                    throw new CannotStart(file + " is no backup of a clinic.");
                }
                tools.run(new ByteArrayInputStream(HOLD_EMAILS.getBytes(StandardCharsets.UTF_8)));
                progress.say("The database of the backup runs on MariaDB " + database.version());
            }
            Files.delete(unfinished);
            progress.say("Restored " + file + " into " + home.path()
                    + ". Emails that waited then are listed as undelivered: they may have been sent since.");
        } catch (IOException failure) {
            throw new CannotStart("The backup " + file + " cannot be restored: " + failure + ".", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The restore was interrupted; do it again.", stopped);
        }
    }

    private static boolean read(ZipInputStream zip, DatabaseTools tools, Home home)
            throws CannotStart, IOException, InterruptedException {
        boolean found = false;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(SQL)) {
                tools.run(new FilterInputStream(zip) {
                    @Override
                    public void close() {
                        // The other files come after it.
                    }
                });
                found = true;
            } else if (FILES.contains(entry.getName())) {
                PrivateFiles.write(
                        home.path().resolve(entry.getName()), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private void refuseExternal(String otherwise) throws CannotStart {
        if (settings.databaseUrl().isPresent()) {
            throw new CannotStart("The database is not in CLINIC_HOME: " + otherwise + ", as config/compose.md shows.");
        }
    }

    /** The database of the home: of the clinic that runs on it, or started for this alone. */
    private record Running(DatabaseTools tools, Optional<EmbeddedDatabase> ours) implements AutoCloseable {
        static Running orStarted(Path home) throws CannotStart, IOException {
            Optional<EmbeddedDatabase> started =
                    Home.isInUse(home) ? Optional.empty() : Optional.of(EmbeddedDatabase.start(home));
            return new Running(DatabaseTools.of(home), started);
        }

        @Override
        public void close() {
            ours.ifPresent(EmbeddedDatabase::close);
        }
    }
}
