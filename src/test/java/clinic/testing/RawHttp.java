package clinic.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that writes bytes no careful library would send. Its connections stay on this machine. */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(40).toMillis();

    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    public static RawHttp connect(RunningClinic clinic) {
        try {
            Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), clinic.port());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new RawHttp(socket);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** Sends one request on a connection of its own; gives all that came back. */
    public static String ask(RunningClinic clinic, String request) {
        try (RawHttp http = connect(clinic)) {
            http.write(request);
            return http.readAll();
        }
    }

    /** The status of an answer to GET; the target is sent as it stands. */
    public static int get(RunningClinic clinic, String target, String... headers) {
        return status(ask(clinic, request("GET", target, "", headers)));
    }

    public static String request(String method, String target, String body, String... headers) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        boolean host = false;
        for (String header : headers) {
            host = host || header.startsWith("Host:");
            text.append(header).append("\r\n");
        }
        text.append(host ? "" : "Host: localhost\r\n");
        if (!body.isEmpty()) {
            text.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.ISO_8859_1).length)
                    .append("\r\n");
        }
        return text.append("\r\n").append(body).toString();
    }

    public static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** The value of a header, or nothing. */
    public static String header(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Whether the bytes could still be sent. */
    public boolean write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** How many bytes have come in and were not read. */
    public int available() {
        try {
            return socket.getInputStream().available();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** Until the other side closes the connection. */
    public String readAll() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.write(next);
            }
        } catch (java.net.SocketException reset) {
            // The other side had had enough of us: what came before counts.
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Whether the other side has closed the connection. */
    public boolean isClosed() {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
