package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "*",
                "/book",
                "/staff/patient/12",
                "/staff/",
                "/api/v1/consultations/aB-_9/calendar.ics",
                "/assets/vendor/event-calendar-5.10.1/event-calendar.min.js",
                "/a%20b",
                "/caf%C3%A9",
                "/a:b@c,d=e+f",
                "/..a/b../.c"
            })
    void understandsWhatHasOneMeaning(String path) {
        assertThat(RawPath.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "book",
                "/assets/..%2fcall",
                "/assets/..%2Fcall",
                "/assets/..%5ccall",
                "/assets/../call",
                "/assets/./call",
                "/assets/..",
                "/.",
                "/assets/%2e%2e/call",
                "/assets/.%2e/call",
                "/assets/%2E/call",
                "/assets/%252e%252e%252fcall",
                "/assets/..%252fcall",
                "/assets/%25%32%66call",
                "/assets\\call",
                "/call;jsessionid=1",
                "/call;",
                "/call%3bx",
                "/call%00",
                "/call%0d%0aSet-Cookie:x",
                "/call%7f",
                "/call%c2%85",
                "/call%c0%af",
                "/call%ff",
                "/call%",
                "/call%2",
                "/call%zz",
                "/call%u002f",
                "/call\u0000",
                "/call\t",
                "/caf\u00e9",
                "//elsewhere.example/",
                "/staff//house",
                "/a?b",
                "/a#b",
                "/a%3fb",
                "/a|b",
                "/a\"b",
                "/<script>"
            })
    void refusesWhatTwoReadersCouldUnderstandDifferently(String path) {
        assertThat(RawPath.isPlain(path)).isFalse();
    }

    @Test
    void hasABoundOfLength() {
        String longest = "/" + "a".repeat(RawPath.LONGEST - 1);
        assertThat(RawPath.isPlain(longest)).isTrue();
        assertThat(RawPath.isPlain(longest + "a")).isFalse();
    }
}
