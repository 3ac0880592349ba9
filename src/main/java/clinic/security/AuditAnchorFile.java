package clinic.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that only grows, outside the database: whoever can change the database cannot change it as well. Its first line
 * names it, every further one is the last seal of a batch. A line is on the disk before the next thing happens.
 */
final class AuditAnchorFile {
    private static final Pattern FIRST = Pattern.compile("anchor ([A-Za-z0-9_-]{43}) after ([0-9]{1,18})");
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,18}) ([A-Za-z0-9_-]{43}) ([0-9]{1,18}) ([0-9TZ:.-]{20,40})");

    /** A seal as it was written. */
    record Line(long no, String seal, long entry, Instant at) {}

    /**
     * What the file says.
     *
     * @param after seals up to this one were there before the file
     * @param damaged the first line that cannot be read, counted from 1
     */
    record Content(String id, long after, List<Line> lines, Optional<Integer> damaged) {
        Optional<Line> last() {
            return lines.stream().max(java.util.Comparator.comparingLong(Line::no));
        }
    }

    private final Path file;

    AuditAnchorFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Begins the file, readable by its owner only. */
    void begin(String id, long after) throws IOException {
        Files.createDirectories(file.getParent());
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        append("anchor " + id + " after " + after);
    }

    void append(Line line) throws IOException {
        append(line.no() + " " + line.seal() + " " + line.entry() + " " + line.at());
    }

    private void append(String line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * Reads the whole file. A last line without its end was being written when the power failed, and does not count.
     *
     * @return empty when there is no such file
     */
    Optional<Content> read() throws IOException {
        if (!exists()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        Optional<Integer> damaged = Optional.empty();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            Matcher first = FIRST.matcher(String.valueOf(reader.readLine()));
            if (!first.matches()) {
                return Optional.of(new Content("", 0, List.of(), Optional.of(1)));
            }
            int number = 1;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                Matcher line = LINE.matcher(text);
                if (line.matches()) {
                    lines.add(new Line(
                            Long.parseLong(line.group(1)),
                            line.group(2),
                            Long.parseLong(line.group(3)),
                            Instant.parse(line.group(4))));
                } else if (damaged.isEmpty() && reader.ready()) {
                    damaged = Optional.of(number);
                }
            }
            return Optional.of(new Content(first.group(1), Long.parseLong(first.group(2)), lines, damaged));
        }
    }
}
