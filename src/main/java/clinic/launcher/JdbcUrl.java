package clinic.launcher;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a MySQL database is, with the driver's parameters that this application cannot do without. */
record JdbcUrl(List<InetSocketAddress> hosts, String schema, String text) {
    private static final Pattern FORM = Pattern.compile("jdbc:mysql://([^/?#@()]+)/([^/?#]+)(?:\\?(.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5}))?");
    private static final int USUAL_PORT = 3306;

    /** Without the first the driver offers the server's own key to the database and breaks the connection. */
    private static final Map<String, String> NEEDED = new TreeMap<>(
            Map.of("fallbackToSystemKeyStore", "false", "connectTimeout", "3000", "socketTimeout", "30000"));

    static JdbcUrl of(String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "must have the form jdbc:mysql://HOST:PORT/SCHEMA (user and password are settings of their own)");
        }
        String parameters = form.group(3) == null ? "" : form.group(3);
        List<String> names = Arrays.stream(parameters.split("&"))
                .map(parameter -> parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT))
                .toList();
        if (names.contains("user") || names.contains("password")) {
            throw new IllegalArgumentException("must not carry user or password; they are settings of their own");
        }
        String missing = NEEDED.entrySet().stream()
                .filter(needed -> !names.contains(needed.getKey().toLowerCase(Locale.ROOT)))
                .map(needed -> needed.getKey() + "=" + needed.getValue())
                .collect(Collectors.joining("&"));
        String separator = missing.isEmpty() ? "" : url.contains("?") ? (parameters.isEmpty() ? "" : "&") : "?";
        return new JdbcUrl(hosts(form.group(1)), form.group(2), url + separator + missing);
    }

    private static List<InetSocketAddress> hosts(String list) {
        return Arrays.stream(list.split(",", -1)).map(JdbcUrl::host).toList();
    }

    private static InetSocketAddress host(String text) {
        Matcher host = HOST.matcher(text);
        int port = host.matches() && host.group("port") != null ? Integer.parseInt(host.group("port")) : USUAL_PORT;
        if (!host.matches() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("names a host or port that cannot be");
        }
        return InetSocketAddress.createUnresolved(host.group("name").replaceAll("[\\[\\]]", ""), port);
    }

    /** The hosts as people write them. */
    String where() {
        return hosts.stream()
                .map(host -> host.getHostString() + ":" + host.getPort())
                .collect(Collectors.joining(", "));
    }
}
