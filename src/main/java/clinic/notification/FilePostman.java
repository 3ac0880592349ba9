package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps letters as {@code .eml} files in a folder where no mail server is configured. Names sort by the letters' dates
 * and say nothing of anybody; a file is there whole or not at all, for its owner only, and a repeated letter is the same
 * file again.
 */
class FilePostman implements Postman {
    static final String SUFFIX = ".eml";
    /** When the letter was written, finer than the seconds of its Date: letters of one second keep their order. */
    static final String WRITTEN = "X-Written";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    FilePostman(Path folder) {
        this.folder = folder;
    }

    @Override
    public Trip setOut() {
        return new Trip() {
            @Override
            public void deliver(MimeMessage letter) throws NotDelivered {
                refuseWhoCannotBe(letter);
                keep(letter);
            }

            @Override
            public boolean isConnected() {
                return true;
            }

            @Override
            public void close() {
                // nothing is open between two letters
            }
        };
    }

    @Override
    public void probe() throws NotDelivered {
        try {
            Files.createDirectories(folder, permissions("rwx------"));
        } catch (IOException folderAway) {
            throw NotDelivered.serverAway(MailTrouble.FOLDER, folderAway.toString(), folderAway);
        }
        if (!Files.isWritable(folder)) {
            throw NotDelivered.serverAway(MailTrouble.FOLDER, "the folder cannot be written", null);
        }
    }

    /** No mail server takes a letter to a domain that by its name does not exist (RFC 2606), and neither does this one. */
    private static void refuseWhoCannotBe(MimeMessage letter) throws NotDelivered {
        try {
            for (Address to : letter.getAllRecipients()) {
                if (to instanceof InternetAddress address
                        && address.getAddress().toLowerCase(Locale.ROOT).endsWith(".invalid")) {
                    throw new NotDelivered(Reason.RECIPIENT_REFUSED, "550 5.1.2 no such domain");
                }
            }
        } catch (MessagingException defect) {
            throw new NotDelivered(Reason.NOT_NOW, defect);
        }
    }

    private void keep(MimeMessage letter) throws NotDelivered {
        try {
            Files.createDirectories(folder, permissions("rwx------"));
            String name = nameOf(letter);
            Path whole = folder.resolve(name + SUFFIX);
            Path part = folder.resolve(name + ".part");
            Files.deleteIfExists(part);
            write(letter, part);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException folderAway) {
            throw NotDelivered.serverAway(MailTrouble.FOLDER, folderAway.toString(), folderAway);
        } catch (MessagingException defect) {
            throw new NotDelivered(Reason.NOT_NOW, defect);
        }
    }

    private void write(MimeMessage letter, Path file) throws IOException, MessagingException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (OutputStream out = new BufferedOutputStream(
                Channels.newOutputStream(Files.newByteChannel(file, options, permissions("rw-------"))))) {
            letter.writeTo(out);
        }
    }

    private static String nameOf(MimeMessage letter) throws MessagingException {
        String number = letter.getMessageID().replaceAll("@.*", "").replaceAll("[^A-Za-z0-9]", "");
        return DATE.format(Instant.parse(letter.getHeader(WRITTEN, null))) + "-"
                + number.substring(0, Math.min(number.length(), 12));
    }

    private FileAttribute<?>[] permissions(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
