package clinic.api;

import static clinic.booking.Reason.INVALID_DATE;
import static clinic.booking.Reason.REQUIRED;
import static clinic.booking.Reason.UNKNOWN_FIELD;
import static clinic.booking.Reason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static JsonFields fields(String text) {
        return JsonFields.of(JsonText.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsWhatIsThere() {
        JsonFields fields =
                fields("{\"text\":\"x\",\"flag\":true,\"count\":7,\"day\":\"2026-03-01\",\"list\":[\"a\",\"b\"],"
                        + "\"inner\":{\"text\":\"y\"}}");
        assertThat(fields.text("text")).isEqualTo("x");
        assertThat(fields.flag("flag")).isTrue();
        assertThat(fields.optionalInteger("count")).contains(7);
        assertThat(fields.optionalDate("day")).contains(LocalDate.of(2026, 3, 1));
        assertThat(fields.texts("list")).containsExactly("a", "b");
        assertThat(fields.object("inner").orElseThrow().text("text")).isEqualTo("y");
        fields.end();
        assertThat(fields.refusals()).isEmpty();
    }

    @Test
    void missesWhatIsRequiredAndTakesNullForMissing() {
        JsonFields fields = fields("{\"b\":null,\"e\":null}");
        fields.text("a");
        fields.flag("b");
        fields.moment("c", ZONE);
        fields.object("d");
        fields.object("e");
        assertThat(fields.refusals())
                .containsExactly(
                        Refusal.of(REQUIRED, "a"),
                        Refusal.of(REQUIRED, "b"),
                        Refusal.of(REQUIRED, "c"),
                        Refusal.of(REQUIRED, "d"),
                        Refusal.of(REQUIRED, "e"));
    }

    @Test
    void readsWholeNumbersOfAList() {
        JsonFields fields = fields("{\"some\":[4,17],\"others\":[1,\"2\",2.5]}");

        assertThat(fields.integers("some")).containsExactly(4, 17);
        assertThat(fields.integers("none")).isEmpty();
        assertThat(fields.integers("others")).containsExactly(1);
        assertThat(fields.refusals())
                .containsExactly(Refusal.of(WRONG_TYPE, "others[1]"), Refusal.of(WRONG_TYPE, "others[2]"));
    }

    @Test
    void doesNotMissWhatIsOptional() {
        JsonFields fields = fields("{\"a\":null}");
        assertThat(fields.optionalText("a")).isEmpty();
        assertThat(fields.optionalDate("b")).isEmpty();
        assertThat(fields.optionalInteger("c")).isEmpty();
        assertThat(fields.optionalObject("d")).isEmpty();
        assertThat(fields.texts("e")).isEmpty();
        fields.end();
        assertThat(fields.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "{}"})
    void wantsATextToBeAText(String value) {
        JsonFields fields = fields("{\"a\":" + value + "}");
        fields.text("a");
        fields.optionalText("a");
        assertThat(fields.refusals()).containsExactly(Refusal.of(WRONG_TYPE, "a"), Refusal.of(WRONG_TYPE, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "0", "[]"})
    void wantsAFlagToBeAFlag(String value) {
        JsonFields fields = fields("{\"a\":" + value + "}");
        fields.flag("a");
        assertThat(fields.refusals()).containsExactly(Refusal.of(WRONG_TYPE, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7.5", "1e999", "1e3", "true", "[7]"})
    void wantsANumberToBeWhole(String value) {
        JsonFields fields = fields("{\"a\":" + value + "}");
        assertThat(fields.optionalInteger("a")).isEmpty();
        assertThat(fields.refusals()).containsExactly(Refusal.of(WRONG_TYPE, "a"));
    }

    @ParameterizedTest
    @CsvSource({"999999999, 999999999", "-7, -7", "99999999999999999999, 2147483647", "-99999999999, -2147483648"})
    void keepsTheSideOfAWholeNumberHoweverLong(String value, int expected) {
        assertThat(fields("{\"a\":" + value + "}").optionalInteger("a")).contains(expected);
    }

    @Test
    void namesTheItemOfAListThatIsNoText() {
        JsonFields fields = fields("{\"a\":{\"list\":[\"x\",1,null]}}");
        fields.object("a").orElseThrow().texts("list");
        assertThat(fields.refusals())
                .containsExactly(Refusal.of(WRONG_TYPE, "a.list[1]"), Refusal.of(WRONG_TYPE, "a.list[2]"));
    }

    @Test
    void namesUnreadableDates() {
        JsonFields fields = fields("{\"start\":\"tomorrow\",\"day\":\"2026-02-30\"}");
        fields.moment("start", ZONE);
        fields.optionalDate("day");
        assertThat(fields.refusals())
                .containsExactly(Refusal.of(INVALID_DATE, "start"), Refusal.of(INVALID_DATE, "day"));
    }

    @Test
    void namesFieldsNobodyAskedFor() {
        JsonFields fields = fields("{\"a\":{\"x\":1,\"known\":\"\"},\"y\":null}");
        JsonFields inner = fields.object("a").orElseThrow();
        inner.text("known");
        inner.end();
        fields.end();
        assertThat(fields.refusals()).containsExactly(Refusal.of(UNKNOWN_FIELD, "a.x"), Refusal.of(UNKNOWN_FIELD, "y"));
    }

    @Test
    void cutsTheNameOfAnUnknownField() {
        JsonFields fields = fields("{\"" + "x".repeat(5000) + "\":1}");
        fields.end();
        assertThat(fields.refusals().get(0).field()).hasSize(63).endsWith("...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "1", "null", "true"})
    void refusesABodyThatIsNoObject(String body) {
        assertThatThrownBy(() -> fields(body))
                .isInstanceOfSatisfying(BookingRefused.class, refused -> assertThat(refused.refusals())
                        .containsExactly(Refusal.of(WRONG_TYPE, "")));
    }

    private static Optional<String> letter(String word) {
        return word.equals("A") ? Optional.of(word) : Optional.empty();
    }

    /** An empty word was neither missing nor known, and was used as if it were. */
    @Test
    void takesAnEmptyCodeForNone() {
        JsonFields fields = fields("{\"a\":\"\",\"b\":\" \",\"c\":\"B\",\"d\":\"A\",\"e\":\"\",\"f\":1}");
        assertThat(fields.code("a", JsonFieldsTest::letter)).isEmpty();
        assertThat(fields.code("b", JsonFieldsTest::letter)).isEmpty();
        assertThat(fields.code("c", JsonFieldsTest::letter)).isEmpty();
        assertThat(fields.code("d", JsonFieldsTest::letter)).contains("A");
        assertThat(fields.optionalCode("e", JsonFieldsTest::letter)).isEmpty();
        assertThat(fields.optionalCode("none", JsonFieldsTest::letter)).isEmpty();
        assertThat(fields.code("f", JsonFieldsTest::letter)).isEmpty();
        assertThat(fields.refusals())
                .containsExactly(
                        Refusal.of(REQUIRED, "a"),
                        Refusal.of(REQUIRED, "b"),
                        Refusal.of(Reason.UNKNOWN_CODE, "c"),
                        Refusal.of(Reason.UNKNOWN_CODE, "e"),
                        Refusal.of(Reason.WRONG_TYPE, "f"));
    }

    @Test
    void readsTheNumberOfARecordAsALong() {
        JsonFields fields =
                fields("{\"a\":5000000000,\"b\":99999999999999999999,\"c\":-1,\"d\":1.5,\"e\":[3000000000]}");
        assertThat(fields.id("a")).contains(5_000_000_000L);
        assertThat(fields.id("b")).contains(Long.MAX_VALUE);
        assertThat(fields.id("c")).contains(-1L);
        assertThat(fields.id("d")).isEmpty();
        assertThat(fields.ids("e")).containsExactly(3_000_000_000L);
        assertThat(fields.refusals()).containsExactly(Refusal.of(Reason.WRONG_TYPE, "d"));
    }
}
