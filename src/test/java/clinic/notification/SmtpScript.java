package clinic.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail server that follows a script and understands nothing: it takes whatever it is told and keeps every octet, as a
 * character each. What it does otherwise at a step is said beforehand, for one recipient or for all.
 */
final class SmtpScript implements AutoCloseable {
    static final String GREETING = "GREETING";
    static final String END = ".";

    /** What happens instead of "250 ok". */
    interface Deed {
        /** The answer; null: the connection is dropped. */
        String answer(CountDownLatch closed) throws InterruptedException;
    }

    private record Rule(String step, String recipient, Deed deed) {}

    private final ServerSocket door;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> offers = new CopyOnWriteArrayList<>();
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> mails = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    private SmtpScript(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        background(this::serve);
    }

    static SmtpScript acceptingAll() throws IOException {
        return new SmtpScript(0);
    }

    static SmtpScript on(int port) throws IOException {
        return new SmtpScript(port);
    }

    static SmtpScript answeringRcpt(String recipient, String answer) throws IOException {
        return acceptingAll().at("RCPT", recipient, says(answer));
    }

    static Deed says(String answer) {
        return closed -> answer;
    }

    static Deed hangs() {
        return closed -> {
            closed.await();
            return null;
        };
    }

    static Deed takes(Duration time, String answer) {
        return closed -> closed.await(time.toMillis(), TimeUnit.MILLISECONDS) ? null : answer;
    }

    static Deed drops() {
        return closed -> null;
    }

    SmtpScript offering(String... extensions) {
        offers.addAll(List.of(extensions));
        return this;
    }

    void offersNoMore() {
        offers.clear();
    }

    SmtpScript at(String step, Deed deed) {
        return at(step, "", deed);
    }

    /** At a step of the mails to recipients that begin so. */
    SmtpScript at(String step, String recipient, Deed deed) {
        rules.add(new Rule(step, recipient, deed));
        return this;
    }

    void followsNoRules() {
        rules.clear();
    }

    int port() {
        return door.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    int mostConnectionsAtOnce() {
        return mostOpen.get();
    }

    int accepted() {
        return mails.size();
    }

    /** Every line that was said, an octet a character. */
    List<String> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    List<String> commands(String verb) {
        return commands().stream().filter(line -> line.startsWith(verb)).toList();
    }

    /** Every message that was taken, an octet a character. */
    List<String> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** Text as its UTF-8 octets, a character each. */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "smtp-script");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                clients.add(client);
                background(() -> converse(client));
            } catch (IOException end) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        connections.incrementAndGet();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (client) {
            new Conversation(client).hold();
        } catch (IOException | InterruptedException hungUp) {
            // Either side may hang up at any time; what was said until then is kept.
            commands.add("(hung up)");
        } finally {
            open.decrementAndGet();
        }
    }

    private final class Conversation {
        private final InputStream in;
        private final OutputStream out;
        private String recipient = "";

        Conversation(Socket client) throws IOException {
            in = client.getInputStream();
            out = client.getOutputStream();
        }

        void hold() throws IOException, InterruptedException {
            if (!say(answer(GREETING, "220 script"))) {
                return;
            }
            for (String line = line(); line != null; line = line()) {
                commands.add(line);
                if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1);
                }
                String verb = line.length() < 4 ? line : line.substring(0, 4);
                if (!say(answer(verb, usual(verb))) || verb.equals("QUIT")) {
                    return;
                }
                if (verb.equals("DATA") && !message()) {
                    return;
                }
            }
        }

        private boolean message() throws IOException, InterruptedException {
            StringBuilder message = new StringBuilder();
            for (String line = line(); !END.equals(line); line = line()) {
                if (line == null) {
                    throw new IOException("hung up within a mail");
                }
                message.append(line).append("\r\n");
            }
            commands.add(END);
            String answer = answer(END, "250 taken");
            if (answer != null && answer.startsWith("250")) {
                mails.add(message.toString());
            }
            return say(answer);
        }

        private String usual(String verb) {
            return switch (verb) {
                case "EHLO" ->
                    Stream.concat(Stream.of("script"), offers.stream())
                            .collect(Collectors.collectingAndThen(Collectors.toList(), SmtpScript::lines));
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 ok";
            };
        }

        private String answer(String step, String usual) throws InterruptedException {
            for (Rule rule : rules) {
                if (rule.step().equals(step) && recipient.startsWith(rule.recipient())) {
                    return rule.deed().answer(closed);
                }
            }
            return usual;
        }

        private boolean say(String answer) throws IOException {
            if (answer == null) {
                return false;
            }
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    return null;
                }
                line.append((char) octet);
            }
            return line.toString().replaceAll("\r$", "");
        }
    }

    private static String lines(List<String> texts) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            lines.append(i < texts.size() - 1 ? "250-" + texts.get(i) + "\r\n" : "250 " + texts.get(i));
        }
        return lines.toString();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
