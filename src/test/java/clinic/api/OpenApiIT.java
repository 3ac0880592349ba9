package clinic.api;

import static clinic.testing.ClinicApi.booking;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.ClinicApi;
import clinic.testing.SharedClinic;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server's description of itself, held against what it does. */
@ExtendWith(SharedClinic.class)
class OpenApiIT {
    private static final Set<String> READING = Set.of("get", "delete");
    private final ClinicApi api;
    private final JsonObject openapi;

    OpenApiIT(ClinicApi api) {
        this.api = api;
        this.openapi = api.get("/openapi", "Accept", "application/json").json();
    }

    private record Operation(String path, String method, JsonObject json) {
        String name() {
            return method + " " + path;
        }
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        openapi.getJsonObject("paths").forEach((path, item) -> item.asJsonObject()
                .forEach((method, operation) -> all.add(new Operation(path, method, operation.asJsonObject()))));
        return all;
    }

    private JsonObject resolved(JsonObject json) {
        return json.containsKey("$ref")
                ? openapi.getValue(json.getString("$ref").substring(1)).asJsonObject()
                : json;
    }

    private JsonObject content(JsonObject holder) {
        return holder.getJsonObject("content").values().iterator().next().asJsonObject();
    }

    @Test
    void namesItselfAndItsServer() {
        assertThat(openapi.getJsonObject("info").getString("title")).isEqualTo("Dripline");
        assertThat(openapi.getJsonObject("info").getString("version")).isNotBlank();
        assertThat(openapi.getJsonArray("servers")).hasToString("[{\"url\":\"/\"}]");
    }

    @Test
    void describesExactlyWhatThereIs() {
        Set<String> there = new TreeSet<>();
        for (Class<?> resource : ApiApplication.RESOURCES) {
            for (Method method : resource.getMethods()) {
                Stream.of(method.getAnnotations())
                        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .forEach(verb -> there.add(verb.value().toLowerCase(Locale.ROOT) + " /api/v1/"
                                + resource.getAnnotation(Path.class).value()
                                + (method.isAnnotationPresent(Path.class)
                                        ? "/" + method.getAnnotation(Path.class).value()
                                        : "")));
            }
        }
        assertThat(operations()).map(Operation::name).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void saysOfEveryOperationWhatGoesInAndComesOut() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            JsonObject json = operation.json();
            assertThat(json.getString("summary")).as(operation.name()).isNotBlank();
            assertThat(json.getString("operationId")).isNotBlank();
            boolean hasBody =
                    !READING.contains(operation.method()) && !operation.path().endsWith("/undo");
            if (hasBody) {
                described(operation.name(), content(resolved(json.getJsonObject("requestBody"))));
            }
            JsonObject responses = json.getJsonObject("responses");
            assertThat(responses.keySet()).as(operation.name()).contains("500", "503");
            if (!operation.method().equals("get")) {
                assertThat(responses.keySet()).as(operation.name()).contains("429");
            }
            if (hasBody) {
                assertThat(responses.keySet()).as(operation.name()).contains("400", "409", "413", "415", "422");
            }
            if (operation.path().contains("{token}")) {
                assertThat(responses.keySet()).as(operation.name()).contains("404");
            }
            responses.forEach((status, response) -> {
                JsonObject answer = resolved(response.asJsonObject());
                assertThat(answer.getString("description")).isNotBlank();
                if (!status.equals("204")) {
                    described(operation.name() + " " + status, content(answer));
                }
            });
        });
    }

    private void described(String name, JsonObject content) {
        assertThat(content.get("example")).as(name).isNotNull();
        JsonObject schema = resolved(content.getJsonObject("schema"));
        assertThat(schema.getString("type")).as(name).isNotBlank();
        if (content.get("example").getValueType() == JsonValue.ValueType.OBJECT) {
            assertThat(fields(schema))
                    .as(name)
                    .containsAll(content.getJsonObject("example").keySet());
        }
    }

    private static Set<String> fields(JsonObject schema) {
        return schema.getJsonObject("properties").keySet();
    }

    @Test
    void answersExactlyTheFieldsItDescribes() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 21, 9, 0);
        follows("Clinic", api.get("/api/v1/clinic").json());
        follows("FreeTimes", api.get("/api/v1/consultations/slots").json());
        follows("Hold", api.hold(start.plusHours(1)).json());
        follows("Visit", api.book(start).json());
        follows("Problem", api.book(start).json());
        follows("Problem", api.book("{}").json());
    }

    @Test
    void describesEveryFieldOfABooking() {
        assertThat(fields(schema("BookingRequest"))).contains("start", "hold", "patient", "onBehalfOf", "intake");
        assertThat(fields(schema("BookingRequest")))
                .containsAll(booking(LocalDateTime.of(2027, 1, 21, 9, 0)).keySet());
        assertThat(fields(schema("Person")))
                .containsExactlyInAnyOrderElementsOf(booking(LocalDateTime.of(2027, 1, 21, 9, 0))
                        .getJsonObject("patient")
                        .keySet());
    }

    private JsonObject schema(String name) {
        return openapi.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private void follows(String name, JsonObject answer) {
        JsonObject schema = schema(name);
        assertThat(fields(schema)).as(name).containsAll(answer.keySet());
        JsonArray required = schema.getJsonArray("required");
        assertThat(answer.keySet())
                .as(name)
                .containsAll(required.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList());
        answer.forEach((field, value) -> {
            JsonObject described = resolved(schema.getJsonObject("properties").getJsonObject(field));
            if (described.containsKey("items") && !value.asJsonArray().isEmpty()) {
                JsonObject item = described.getJsonObject("items");
                follows(nameOf(item), value.asJsonArray().getJsonObject(0));
            }
        });
    }

    private static String nameOf(JsonObject reference) {
        String path = reference.getString("$ref");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
