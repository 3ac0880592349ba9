package clinic.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers at the clinic's port while the clinic starts: not yet, and when to ask again. Else the server would, as soon as
 * it listens, tell everybody its name and version and that there is nothing here.
 */
final class WaitingRoom implements AutoCloseable {
    private static final String RETRY_SECONDS = "10";
    private static final int SLOW_VISITOR_SECONDS = 5;
    private static final byte[] PAGE = """
            <!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Back in a moment</title>\
            <p lang="en">We are starting up and will be back in a moment. Appointments you have booked are safe. Please try again in a minute, or call us.\
            <p lang="es">Estamos iniciando el sistema y volvemos en un momento. Las citas que reservó están a salvo. Inténtelo de nuevo en un minuto o llámenos.
            """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] PROBLEM = """
            {"type":"/problems/unavailable","title":"Starting up","status":503,"detail":"The clinic is starting. Nothing was done; try again in a few seconds.","code":"UNAVAILABLE"}
            """.strip().getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService visitors = Executors.newFixedThreadPool(4, visitor -> {
        Thread thread = new Thread(visitor, "waiting room");
        thread.setDaemon(true);
        return thread;
    });

    private WaitingRoom(HttpServer server) {
        this.server = server;
    }

    static WaitingRoom open(int port) throws CannotStart {
        // Read once by the server of the JDK: nobody occupies it by sending slowly.
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(SLOW_VISITOR_SECONDS));
        System.setProperty("sun.net.httpserver.maxRspTime", Integer.toString(SLOW_VISITOR_SECONDS));
        try {
            WaitingRoom room = new WaitingRoom(HttpServer.create(new InetSocketAddress(port), 0));
            room.server.createContext("/", WaitingRoom::answer);
            room.server.setExecutor(room.visitors);
            room.server.start();
            return room;
        } catch (IOException taken) {
            throw new CannotStart(
                    "CLINIC_PORT " + port + " cannot be used: " + taken.getMessage() + "; choose another.", taken);
        }
    }

    private static void answer(HttpExchange visitor) throws IOException {
        String accepted = String.join(",", visitor.getRequestHeaders().getOrDefault("Accept", List.of()));
        boolean page = accepted.contains("text/html")
                && !visitor.getRequestURI().getPath().startsWith("/api/");
        byte[] body = page ? PAGE : PROBLEM;
        var headers = visitor.getResponseHeaders();
        headers.set("Content-Type", page ? "text/html; charset=utf-8" : "application/problem+json");
        headers.set("Retry-After", RETRY_SECONDS);
        headers.set("Cache-Control", "no-store");
        headers.set("Connection", "close");
        headers.set("X-Content-Type-Options", "nosniff");
        boolean bare = visitor.getRequestMethod().equals("HEAD");
        visitor.sendResponseHeaders(503, bare ? -1 : body.length);
        try (OutputStream out = visitor.getResponseBody()) {
            if (!bare) {
                out.write(body);
            }
        }
    }

    /** Gives the port back. */
    @Override
    public void close() {
        server.stop(0);
        visitors.shutdown();
    }
}
