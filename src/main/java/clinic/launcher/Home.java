package clinic.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds what an installation owns: database, mail, logs, secret. Whoever has opened it holds its lock
 * until the process ends, however it ends; nobody else may touch what lies in it.
 */
final class Home implements AutoCloseable {
    static final String SETTINGS_FILE = "clinic.properties";
    private static final String LOCK_FILE = "lock";
    private static final Set<String> MAY_BE_THERE_BEFORE = Set.of(SETTINGS_FILE, "secret", "lost+found");

    /** A lock goes with its channel, and a channel goes when nobody knows it any more: these are known until closed. */
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Home open(Path folder) throws CannotStart {
        try {
            refuseSomebodyElses(folder);
            PrivateFiles.folder(folder);
            Path file = folder.toRealPath().resolve(LOCK_FILE);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart("Another clinic is already running on CLINIC_HOME " + folder
                        + "; stop it, or give this one a home of its own.");
            }
            HELD.add(channel);
            return new Home(folder.toRealPath(), channel);
        } catch (IOException failure) {
            throw new CannotStart("CLINIC_HOME " + folder + " cannot be used: " + failure + ".", failure);
        }
    }

    /** Whether a clinic runs on it at this moment. */
    static boolean isInUse(Path folder) throws CannotStart {
        Path file = folder.resolve(LOCK_FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException failure) {
            throw new CannotStart("CLINIC_HOME " + folder + " cannot be used: " + failure + ".", failure);
        }
    }

    /** After a restore that was cut off there is half a clinic in it, which must not be taken for one. */
    void refuseHalfRestored() throws CannotStart {
        if (Files.exists(folder.resolve(Backup.UNFINISHED))) {
            throw new CannotStart("The restore into CLINIC_HOME " + folder + " was cut off; do it again.");
        }
    }

    /** A folder that holds other things, such as /tmp, is a mistake: making it private would break them. */
    private static void refuseSomebodyElses(Path folder) throws IOException, CannotStart {
        if (!Files.exists(folder) || Files.exists(folder.resolve(LOCK_FILE))) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new CannotStart("CLINIC_HOME " + folder + " is not a folder.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Set<String> names =
                    entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
            if (!MAY_BE_THERE_BEFORE.containsAll(names)) {
                throw new CannotStart(
                        "CLINIC_HOME " + folder + " holds other things; give the clinic a folder of its own.");
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path path() {
        return folder;
    }

    /** A folder in the home, made when it is not there. */
    Path folder(String name) throws CannotStart {
        try {
            return PrivateFiles.folder(folder.resolve(name));
        } catch (IOException failure) {
            throw new CannotStart("The folder " + folder.resolve(name) + " cannot be made: " + failure + ".", failure);
        }
    }

    /** A folder in the home that starts empty: what a killed run left in it is gone. */
    Path emptyFolder(String name) throws CannotStart {
        try {
            PrivateFiles.deleteTree(folder.resolve(name));
        } catch (IOException failure) {
            throw new CannotStart(
                    "The folder " + folder.resolve(name) + " cannot be emptied: " + failure + ".", failure);
        }
        return folder(name);
    }

    /** The secret all private links are derived from, made once; who loses it breaks every link ever sent. */
    String secret() throws CannotStart {
        Path file = folder.resolve("secret");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            String secret = Files.readString(file).strip();
            if (secret.length() < Allowed.SECRET_LENGTH) {
                throw new CannotStart("The secret in " + file + " is damaged: it is shorter than "
                        + Allowed.SECRET_LENGTH + " characters; restore it from a backup.");
            }
            return secret;
        } catch (IOException failure) {
            throw new CannotStart("The secret " + file + " cannot be read: " + failure + ".", failure);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            HELD.remove(lock);
        } catch (IOException failure) {
            throw new IllegalStateException("the lock of " + folder + " cannot be given back", failure);
        }
    }
}
