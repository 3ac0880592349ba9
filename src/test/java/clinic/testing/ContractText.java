package clinic.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The contract as it is written, without a running clinic. */
public final class ContractText {
    private static final JsonNode COMPONENTS = read().path("components");

    private ContractText() {}

    public static JsonNode schema(String name) {
        return COMPONENTS.path("schemas").path(name);
    }

    public static JsonNode response(String name) {
        return COMPONENTS.path("responses").path(name);
    }

    private static JsonNode read() {
        try (InputStream contract = ContractText.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper().readTree(contract);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
