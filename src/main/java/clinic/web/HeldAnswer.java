package clinic.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Holds back the page a form is answered by until it is known how it is given. */
final class HeldAnswer extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(page, StandardCharsets.UTF_8));
    private boolean error;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    /** Whether it is a page of ours, rather than a redirect, an error or a file. */
    boolean isPage() {
        return !error && !isRedirect() && text().startsWith("<!DOCTYPE html");
    }

    boolean isRedirect() {
        return getStatus() >= 300 && getStatus() < 400;
    }

    String text() {
        writer.flush();
        return page.toString(StandardCharsets.UTF_8).stripLeading();
    }

    /** Gives it as it is. */
    void give() throws IOException {
        writer.flush();
        if (!error && page.size() > 0) {
            getResponse().getOutputStream().write(page.toByteArray());
        }
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int oneByte) {
                page.write(oneByte);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("pages are written at once");
            }
        };
    }

    @Override
    public void sendError(int status) throws IOException {
        error = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String text) throws IOException {
        error = true;
        super.sendError(status, text);
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void reset() {
        super.reset();
        resetPage();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        resetPage();
    }

    private void resetPage() {
        writer.flush();
        page.reset();
    }

    @Override
    public void setContentLength(int length) {
        // The page may be given later, or changed before.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The page may be given later, or changed before.
    }
}
