package clinic.security;

import clinic.security.AuditAnchorFile.Content;
import clinic.security.AuditAnchorFile.Line;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds the head of the audit log outside the database: in a file in CLINIC_HOME, and at a syslog server where one is
 * set. Each node keeps what it sealed itself.
 */
@ApplicationScoped
class AuditAnchor {
    private static final Logger LOG = Logger.getLogger(AuditAnchor.class.getName());
    private static final int LONGEST_NODE = 100;

    @Inject
    private AuditEntryDesk desk;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "clinic.home")
    private Optional<String> home;

    @Inject
    @ConfigProperty(name = "clinic.audit.syslog")
    private Optional<String> syslog;

    private Optional<AuditAnchorFile> file = Optional.empty();
    private Optional<String> id = Optional.empty();
    private long last;
    private boolean failing;

    @PostConstruct
    void find() {
        file = home.map(folder -> new AuditAnchorFile(Path.of(folder, "audit", "anchor.log")));
    }

    /** Whether there is a home to keep a file in; without one, nothing is anchored. */
    boolean isKept() {
        return file.isPresent();
    }

    String place() {
        return file.map(kept -> kept.path().toString()).orElse("");
    }

    Optional<Content> read() {
        try {
            return file.isPresent() ? file.get().read() : Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The audit anchor cannot be read: {0}", unreadable.toString());
            return Optional.of(new Content("", 0, java.util.List.of(), Optional.of(1)));
        }
    }

    /** Writes the last seal of a batch that is committed; the log says once when it cannot. */
    synchronized void keep(AuditEntryDesk.Batch batch) {
        Line line = new Line(batch.lastNo(), batch.lastSeal(), batch.lastEntry(), clock.instant());
        try {
            if (file.isPresent()) {
                keep(file.get(), line, batch.lastNo() - batch.size());
            }
            if (syslog.isPresent()) {
                send(syslog.get(), line);
            }
            failing = false;
        } catch (IOException failure) {
            LOG.log(
                    failing ? Level.FINE : Level.SEVERE,
                    "The head of the audit log cannot be written outside the database: {0}",
                    failure.toString());
            failing = true;
        }
    }

    private void keep(AuditAnchorFile kept, Line line, long before) throws IOException {
        if (!kept.exists()) {
            String fresh = Secrets.random();
            kept.begin(fresh, before);
            id = Optional.of(fresh);
            last = before;
        } else if (id.isEmpty()) {
            Content content = kept.read().orElseThrow();
            id = Optional.of(content.id());
            last = content.last().map(Line::no).orElse(content.after());
        }
        if (line.no() <= last) {
            LOG.severe(() -> "The audit log was set back in the database: entry " + last + " was sealed, and now "
                    + line.no() + " is sealed again. Verify it on the audit page.");
        }
        kept.append(line);
        last = Math.max(last, line.no());
        desk.anchored(id.orElseThrow(), node(), before, line.no());
    }

    private String node() {
        String node = host() + ":" + place();
        return node.substring(0, Math.min(node.length(), LONGEST_NODE));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** As RFC 5424, facility "log audit", severity "informational". */
    private static void send(String server, Line line) throws IOException {
        int colon = server.lastIndexOf(':');
        byte[] message = ("<110>1 " + line.at() + " " + host() + " dripline - audit-head - no=" + line.no() + " seal="
                        + line.seal() + " entry=" + line.entry())
                .getBytes(StandardCharsets.US_ASCII);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(
                    message,
                    message.length,
                    new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))));
        }
    }
}
