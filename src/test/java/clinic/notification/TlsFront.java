package clinic.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Encryption before a mail server that has none: by STARTTLS, or from the first byte. */
final class TlsFront implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger encrypted = new AtomicInteger();
    private final SSLContext context;
    private final int behind;
    private final boolean fromTheStart;

    private TlsFront(SSLContext context, int behind, boolean fromTheStart) throws IOException {
        this.context = context;
        this.behind = behind;
        this.fromTheStart = fromTheStart;
        inBackground(this::serve);
    }

    static TlsFront byStartTls(SSLContext context, int behind) throws IOException {
        return new TlsFront(context, behind, false);
    }

    static TlsFront fromTheStart(SSLContext context, int behind) throws IOException {
        return new TlsFront(context, behind, true);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections were encrypted. */
    int encrypted() {
        return encrypted.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                join(client, server);
            } catch (IOException hungUp) {
                // the next client, or the end of the test
            }
        }
    }

    private void join(Socket client, Socket server) throws IOException {
        if (!fromTheStart) {
            askForTls(client);
            new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII), 1).readLine();
        }
        SSLSocket inside = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), false);
        inside.setUseClientMode(false);
        inside.startHandshake();
        encrypted.incrementAndGet();
        inBackground(() -> copy(server, inside));
        copy(inside, server);
    }

    private static void askForTls(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 front");
        for (String line = in.readLine(); line != null && !line.equals("STARTTLS"); line = in.readLine()) {
            say(client, line.startsWith("EHLO") ? "250-front\r\n250 STARTTLS" : "530 5.7.0 STARTTLS first");
        }
        say(client, "220 go on");
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException hungUp) {
            // the other way has ended
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
