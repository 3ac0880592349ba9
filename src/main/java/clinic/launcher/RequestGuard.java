package clinic.launcher;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Judges a request by its raw bytes, and hands it on once its body is there: a body that trickles in holds no thread.
 * What is refused here has cost neither a session, nor a look into the database, nor a page.
 */
final class RequestGuard extends BaseFilter {
    /** A body of any kind, in bytes. */
    static final int LONGEST_BODY = 1024 * 1024;

    /** A form, in bytes: as the server's own limit for parameters. */
    static final int LONGEST_FORM = 256 * 1024;

    /** Of all bodies that are still arriving, together, in bytes. */
    private static final long MOST_WAITING = 64L * 1024 * 1024;

    private static final String SEEN = RequestGuard.class.getName() + ".seen";
    private static final String MOVED = RequestGuard.class.getName() + ".moved";
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

    /** What is wrong with a request, as it is told to a program and to a person. */
    private record Problem(
            EdgeEvents.Kind kind, HttpStatus status, String code, String title, String english, String spanish) {}

    private static final Problem BAD_PATH = new Problem(
            EdgeEvents.Kind.BAD_PATH,
            HttpStatus.BAD_REQUEST_400,
            "MALFORMED_REQUEST",
            "The address cannot be read",
            "The address has characters that are not allowed. Check the link and try again.",
            "La dirección contiene caracteres no permitidos. Revise el enlace e inténtelo de nuevo.");
    private static final Problem BAD_REQUEST = new Problem(
            EdgeEvents.Kind.BAD_REQUEST,
            HttpStatus.BAD_REQUEST_400,
            "MALFORMED_REQUEST",
            "The request cannot be read",
            "The request was not understood. Nothing was done.",
            "No entendimos la solicitud. No se hizo nada.");
    private static final Problem TOO_LARGE = new Problem(
            EdgeEvents.Kind.TOO_LARGE,
            HttpStatus.REQUEST_ENTITY_TOO_LARGE_413,
            "TOO_LARGE",
            "The request is too large",
            "A form can have 256 KiB at most, any other request 1 MiB. Nothing was saved.",
            "Un formulario puede tener 256 KiB como máximo; cualquier otra solicitud, 1 MiB. No se guardó nada.");
    private static final Problem BUSY = new Problem(
            EdgeEvents.Kind.TOO_LARGE,
            HttpStatus.SERVICE_UNAVAILABLE_503,
            "UNAVAILABLE",
            "The server is busy",
            "The server is busy for a moment. Nothing was saved. Please try again in a few seconds.",
            "El servidor está ocupado por un momento. No se guardó nada. Inténtelo de nuevo en unos segundos.");

    private final ConnectionGuard connections;
    private final String baseUrl;
    private final AtomicLong waiting = new AtomicLong();

    RequestGuard(ConnectionGuard connections, String baseUrl) {
        this.connections = connections;
        this.baseUrl = baseUrl;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        if (!(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
            return context.getInvokeAction();
        }
        Long counted = (Long) request.getAttribute(SEEN);
        if (counted == null) {
            Problem problem = judge(request);
            if (problem != null) {
                return refuse(context, request, content, problem);
            }
            letItSend(context, request, content);
        }
        long size = content.getContent().remaining();
        waiting.addAndGet(size - (counted == null ? 0 : counted));
        request.setAttribute(SEEN, size);
        if (size > longest(request)) {
            return refuse(context, request, content, TOO_LARGE);
        }
        if (!content.isLast()) {
            return waiting.get() > MOST_WAITING
                    ? refuse(context, request, content, BUSY)
                    : context.getStopAction(content);
        }
        forget(request);
        connections.arrived(context.getConnection());
        return context.getInvokeAction();
    }

    /**
     * Another protocol is offered by some clients with every request, and never taken here: without the offer the codec
     * reads the request, and its end, like any other (RFC 9110, 7.8).
     */
    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) throws IOException {
        if (event instanceof HttpEvents.IncomingHttpUpgradeEvent offer) {
            offer.getHttpHeader().getUpgradeDC().recycle();
            offer.getHttpHeader().setIgnoreContentModifiers(false);
        }
        return context.getInvokeAction();
    }

    private static Problem judge(HttpRequestPacket request) {
        if (!RawPath.isPlain(target(request))) {
            return BAD_PATH;
        }
        MimeHeaders headers = request.getHeaders();
        if (count(headers, "Host") > 1
                || count(headers, "Content-Length") > 1
                || count(headers, "Transfer-Encoding") > 1
                || !isHost(request.getHeader(Header.Host))
                || Method.CONNECT.equals(request.getMethod())) {
            return BAD_REQUEST;
        }
        return request.getContentLength() > longest(request) ? TOO_LARGE : null;
    }

    /** The path as it was sent, without the host that an absolute one names. */
    private static String target(HttpRequestPacket request) {
        String target = request.getRequestURIRef().getOriginalRequestURIBC().toString(StandardCharsets.ISO_8859_1);
        return ABSOLUTE.matcher(target).replaceFirst("");
    }

    private static boolean isHost(String host) {
        return host == null || host.isEmpty() || HOST.matcher(host).matches();
    }

    private static int count(MimeHeaders headers, String name) {
        int count = 0;
        for (String each : headers.values(name)) {
            count += each == null ? 0 : 1;
        }
        return count;
    }

    private static int longest(HttpRequestPacket request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/x-www-form-urlencoded") ? LONGEST_FORM : LONGEST_BODY;
    }

    /** A careful client asks before it sends a body, and would wait for an answer that only a worker would give. */
    private static void letItSend(FilterChainContext context, HttpRequestPacket request, HttpContent content) {
        if (request.requiresAcknowledgement() && !content.isLast()) {
            HttpResponsePacket response = request.getResponse();
            response.setStatus(HttpStatus.CONINTUE_100);
            response.setAcknowledgement(true);
            context.write(response);
            response.setStatus(HttpStatus.OK_200);
        }
    }

    private void forget(HttpRequestPacket request) {
        Long counted = (Long) request.getAttribute(SEEN);
        if (counted != null) {
            waiting.addAndGet(-counted);
            request.removeAttribute(SEEN);
        }
    }

    private NextAction refuse(
            FilterChainContext context, HttpRequestPacket request, HttpContent content, Problem problem) {
        forget(request);
        content.recycle();
        Connection<?> connection = context.getConnection();
        boolean page = wantsPage(request);
        byte[] body = (page ? page(problem) : json(problem)).getBytes(StandardCharsets.UTF_8);
        HttpResponsePacket response = request.getResponse();
        request.getProcessingState().setKeepAlive(false);
        response.setStatus(problem.status());
        response.setContentType(page ? "text/html; charset=utf-8" : "application/problem+json");
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (problem == BUSY) {
            response.setHeader("Retry-After", "5");
        }
        Buffer bytes = Buffers.wrap(context.getMemoryManager(), request.isHeadRequest() ? new byte[0] : body);
        context.write(HttpContent.builder(response).content(bytes).last(true).build(), new SaysNoMore(connection));
        connections.refused(connection, problem.kind());
        return context.getStopAction();
    }

    /** Once it is answered our side of the connection ends, so that nobody waits for more; what still comes in is thrown away. */
    @SuppressWarnings("rawtypes")
    private static final class SaysNoMore extends EmptyCompletionHandler<WriteResult> {
        private final Connection<?> connection;

        SaysNoMore(Connection<?> connection) {
            this.connection = connection;
        }

        @Override
        public void completed(WriteResult written) {
            if (connection instanceof NIOConnection nio && nio.getChannel() instanceof SocketChannel channel) {
                try {
                    channel.shutdownOutput();
                } catch (IOException gone) {
                    connection.closeSilently();
                }
            }
        }
    }

    private static boolean wantsPage(HttpRequestPacket request) {
        String accept = request.getHeader(Header.Accept);
        return accept != null
                && accept.contains("text/html")
                && !target(request).startsWith("/api/");
    }

    private static String json(Problem problem) {
        return "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                .formatted(
                        problem.code().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        problem.title(),
                        problem.status().getStatusCode(),
                        problem.english(),
                        problem.code());
    }

    private static String page(Problem problem) {
        return """
                <!doctype html><html lang="en"><meta name="viewport" content="width=device-width">\
                <title>%s</title><p>%s<p lang="es">%s</html>
                """.formatted(problem.title(), problem.english(), problem.spanish());
    }

    /** Where the server itself sends somebody on, it names the host that the client named: the path alone will do. */
    @Override
    public NextAction handleWrite(FilterChainContext context) throws IOException {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpResponsePacket response) {
            String location = response.getHeader(Header.Location);
            if (location != null && !isOurs(location)) {
                // In place: what is added to a response at this point is kept for its trailers.
                response.getHeaders()
                        .getValue(Header.Location)
                        .setString(ABSOLUTE.matcher(location).replaceFirst("").replaceFirst("^/*", "/"));
                if (response.getStatus() / 100 == 3) {
                    response.setContentLength(0);
                    response.getRequest().setAttribute(MOVED, true);
                }
            }
            if (response.getRequest().getAttribute(MOVED) != null) {
                // The body of a redirect repeats the address.
                context.setMessage(HttpContent.builder(response)
                        .content(Buffers.EMPTY_BUFFER)
                        .last(content.isLast())
                        .build());
            }
        }
        return context.getInvokeAction();
    }

    private boolean isOurs(String location) {
        return location.equals(baseUrl)
                || location.startsWith(baseUrl + "/")
                || location.startsWith("/") && !location.startsWith("//");
    }
}
