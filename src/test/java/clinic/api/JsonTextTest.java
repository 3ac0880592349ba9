package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static Object parse(String text) {
        return JsonText.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsEveryKindOfValue() {
        assertThat(parse(" {\"a\": [\"x\", 1.50, true, false, null, {}]} "))
                .isEqualTo(Map.of(
                        "a", List.of("x", new JsonText.Numeral("1.50"), true, false, JsonText.Nothing.NULL, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "[1,",
                "\"x",
                "{} {}",
                "{}x",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":\"line\nbreak\"}",
                "nul",
                "}"
            })
    void refusesWhatIsNotOneWholeValue(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void refusesANameTwice() {
        assertThatThrownBy(() -> parse("{\"a\":1,\"a\":2}")).isInstanceOf(MalformedJson.class);
    }

    @Test
    void takesTheSameNameInTwoObjects() {
        assertThat(parse("{\"a\":{\"a\":true}}")).isEqualTo(Map.of("a", Map.of("a", true)));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> JsonText.parse("{\"name\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(MalformedJson.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 500, 100_000})
    void refusesSenselessDepth(int depth) {
        assertThatThrownBy(() -> parse("[".repeat(depth) + "]".repeat(depth))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void keepsANumberAsItWasWritten() {
        assertThat(parse("1e999999999")).isEqualTo(new JsonText.Numeral("1e999999999"));
    }

    @Test
    void keepsWhatPeopleAreCalled() {
        assertThat(parse("\"\\u0645\\u0631\\u064a\\u0645 😀\"")).isEqualTo("مريم 😀");
    }
}
