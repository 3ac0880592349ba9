package clinic.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that follows a script: it takes everything but what one recipient is told. */
final class SmtpScript implements AutoCloseable {
    private static final Set<String> TAKEN = Set.of("EHLO", "NOOP", "RSET", "MAIL", "RCPT");

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final String recipient;
    private final String answer;

    private SmtpScript(String recipient, String answer) throws IOException {
        this.recipient = recipient;
        this.answer = answer;
        Thread thread = new Thread(this::serve, "smtp-script");
        thread.setDaemon(true);
        thread.start();
    }

    static SmtpScript acceptingAll() throws IOException {
        return answeringRcpt("@nobody", "");
    }

    static SmtpScript answeringRcpt(String recipient, String answer) throws IOException {
        return new SmtpScript(recipient, answer);
    }

    int port() {
        return door.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    int accepted() {
        return accepted.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                connections.incrementAndGet();
                converse(client);
            } catch (IOException hungUp) {
                // the next client, or the end of the test
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 script\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.print(answerTo(line, in) + "\r\n");
            out.flush();
        }
    }

    private String answerTo(String line, BufferedReader in) throws IOException {
        if (line.startsWith("RCPT") && line.contains(recipient + "@")) {
            return answer;
        }
        if (line.startsWith("DATA")) {
            return "354 go on";
        }
        if (TAKEN.contains(line.substring(0, 4))) {
            return "250 ok";
        }
        if (line.startsWith("QUIT")) {
            return "221 bye";
        }
        for (String body = line; !".".equals(body); body = in.readLine()) {
            if (body == null) {
                throw new IOException("hung up within a letter");
            }
        }
        accepted.incrementAndGet();
        return "250 taken";
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
