package clinic.downtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where the sheets lie, a file for each day, for their owner only. */
record DowntimeFolder(Path path) {
    private static final String SUFFIX = ".html";

    /** Writes these days, each whole or not at all, and deletes every other. */
    void keepOnly(Map<LocalDate, String> sheets) throws IOException {
        Files.createDirectories(path, permissions("rwx------"));
        for (Map.Entry<LocalDate, String> sheet : sheets.entrySet()) {
            write(path.resolve(sheet.getKey() + SUFFIX), sheet.getValue());
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                if (!isOneOf(file, sheets.keySet())) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOneOf(Path file, Set<LocalDate> days) {
        return days.stream().anyMatch(day -> file.endsWith(day + SUFFIX));
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, permissions("rw-------"));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
