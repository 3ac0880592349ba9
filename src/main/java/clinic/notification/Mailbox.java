package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The letters kept as files, for the demonstration's mailbox page. Empty where a mail server takes them. */
@ApplicationScoped
public class Mailbox {
    private static final Pattern ID = Pattern.compile("[0-9TZ]{22}-[A-Za-z0-9]{1,12}");

    private Optional<Path> folder;

    protected Mailbox() {}

    @Inject
    Mailbox(@ConfigProperty(name = "clinic.mail.dir") Optional<String> folder) {
        this.folder = folder.map(Path::of);
    }

    /** The newest letters first, at most so many. */
    public List<KeptMail> newest(int atMost) {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(FilePostman.SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .limit(atMost)
                    .map(name -> name.substring(0, name.length() - FilePostman.SUFFIX.length()))
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** The letter of that name; nothing when there is none, or when the name is not one of ours. */
    public Optional<KeptMail> find(String id) {
        if (folder.isEmpty() || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path file = folder.get().resolve(id + FilePostman.SUFFIX);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailReader(file).read(id));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (MessagingException notALetter) {
            return Optional.empty();
        }
    }
}
