package clinic.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The contract as it is written, word for word: YAML, or JSON for whoever accepts that and not YAML. The server's own
 * rendering would drop every null and add words that are no part of OpenAPI.
 */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String CONTRACT = "/META-INF/openapi.yaml";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = String.valueOf(request.getHeader("Accept"));
        boolean json = accept.contains("json") || "json".equalsIgnoreCase(request.getParameter("format"));
        byte[] body = json ? json().getBytes(StandardCharsets.UTF_8) : yaml();
        response.setContentType((json ? "application/json" : "application/yaml") + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] yaml() throws IOException {
        try (InputStream contract = OpenApiServlet.class.getResourceAsStream(CONTRACT)) {
            return contract.readAllBytes();
        }
    }

    private static String json() throws IOException {
        Load load = new Load(LoadSettings.builder().setLabel("openapi.yaml").build());
        return value(load.loadFromString(new String(yaml(), StandardCharsets.UTF_8)))
                .toString();
    }

    private static JsonValue value(Object parsed) {
        if (parsed instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JsonBuilders.object();
            map.forEach((name, value) -> object.add(name.toString(), value(value)));
            return object.build();
        }
        if (parsed instanceof List<?> list) {
            JsonArrayBuilder array = JsonBuilders.array();
            list.forEach(each -> array.add(value(each)));
            return array.build();
        }
        if (parsed instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (parsed instanceof Integer || parsed instanceof Long || parsed instanceof BigInteger) {
            return JsonBuilders.array()
                    .add(new BigInteger(parsed.toString()))
                    .build()
                    .get(0);
        }
        if (parsed instanceof Double number) {
            return JsonBuilders.array().add(BigDecimal.valueOf(number)).build().get(0);
        }
        return parsed == null
                ? JsonValue.NULL
                : JsonBuilders.array().add(parsed.toString()).build().get(0);
    }
}
