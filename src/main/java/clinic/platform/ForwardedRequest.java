package clinic.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Optional;

/** A request as the client sent it to the proxy before us. */
class ForwardedRequest extends HttpServletRequestWrapper {
    private static final String HTTPS = "https";
    private static final int HTTPS_PORT = 443;
    private final String client;

    ForwardedRequest(HttpServletRequest request, String client) {
        super(request);
        this.client = client;
    }

    @Override
    public String getRemoteAddr() {
        return client;
    }

    @Override
    public String getRemoteHost() {
        return client;
    }

    @Override
    public String getScheme() {
        return Optional.ofNullable(getHeader("X-Forwarded-Proto"))
                .map(String::strip)
                .filter(scheme -> scheme.equals(HTTPS) || scheme.equals("http"))
                .orElse(super.getScheme());
    }

    @Override
    public boolean isSecure() {
        return getScheme().equals(HTTPS);
    }

    /** The port of the name the client called; the scheme's own where it named none. */
    @Override
    public int getServerPort() {
        String host = getHeader("Host");
        boolean named = host != null && host.matches(".*:[0-9]+");
        return isSecure() && !named ? HTTPS_PORT : super.getServerPort();
    }

    @Override
    public StringBuffer getRequestURL() {
        boolean usual = getServerPort() == (isSecure() ? HTTPS_PORT : 80);
        return new StringBuffer(getScheme())
                .append("://")
                .append(getServerName())
                .append(usual ? "" : ":" + getServerPort())
                .append(getRequestURI());
    }
}
