package clinic.api;

import static clinic.booking.Reason.INVALID_DATE;
import static clinic.booking.Reason.REQUIRED;
import static clinic.booking.Reason.UNKNOWN_FIELD;
import static clinic.booking.Reason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
        assertThat(faults(fields)).containsExactly("others[1] whole_number", "others[2] whole_number");
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
        assertThat(faults(fields)).containsExactly("a text", "a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "0", "[]"})
    void wantsAFlagToBeAFlag(String value) {
        JsonFields fields = fields("{\"a\":" + value + "}");
        fields.flag("a");
        assertThat(faults(fields)).containsExactly("a flag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7.5", "1e999", "1e3", "true", "[7]"})
    void wantsANumberToBeWhole(String value) {
        JsonFields fields = fields("{\"a\":" + value + "}");
        assertThat(fields.optionalInteger("a")).isEmpty();
        assertThat(faults(fields)).hasSize(1).allMatch(fault -> fault.matches("a (whole_)?number"));
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
        assertThat(faults(fields)).containsExactly("a.list[1] text", "a.list[2] text");
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
                .isInstanceOfSatisfying(BookingRefused.class, refused -> assertThat(faults(refused.refusals()))
                        .containsExactly(" object"));
    }

    private enum Letter {
        A,
        C
    }

    /** An empty word was neither missing nor known, and was used as if it were. */
    @Test
    void takesAnEmptyCodeForNone() {
        List<Letter> letters = List.of(Letter.values());
        JsonFields fields = fields("{\"a\":\"\",\"b\":\" \",\"c\":\"B\",\"d\":\"A\",\"e\":\"\",\"f\":1}");
        assertThat(fields.code("a", letters)).isEmpty();
        assertThat(fields.code("b", letters)).isEmpty();
        assertThat(fields.code("c", letters)).isEmpty();
        assertThat(fields.code("d", letters)).contains(Letter.A);
        assertThat(fields.optionalCode("e", letters)).isEmpty();
        assertThat(fields.optionalCode("none", letters)).isEmpty();
        assertThat(fields.code("f", letters)).isEmpty();
        assertThat(fields.refusals())
                .containsExactly(
                        Refusal.of(REQUIRED, "a"),
                        Refusal.of(REQUIRED, "b"),
                        Refusal.unknownCode("c", letters),
                        Refusal.unknownCode("e", letters),
                        WrongType.TEXT.refusal("f"));
    }

    @Test
    void listsTheCodesThereAre() {
        JsonFields fields = fields("{\"a\":[\"C\",\"c\"]}");
        assertThat(fields.codes("a", List.of(Letter.values()))).containsExactly(Letter.C);
        assertThat(fields.refusals()).extracting(Refusal::field).containsExactly("a[1]");
        assertThat(BookingTexts.text(fields.refusals().get(0), Locale.US))
                .isEqualTo("This is not one of the codes known here: A, C.");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatBelongsThereInBothLanguages(WrongType type) {
        String unknown = BookingTexts.text(Refusal.of(WRONG_TYPE, "a"), Locale.US);
        assertThat(BookingTexts.text(type.refusal("a"), Locale.US)).isNotEqualTo(unknown);
        assertThat(BookingTexts.text(type.refusal("a"), Locale.forLanguageTag("es")))
                .isNotBlank()
                .isNotEqualTo(BookingTexts.text(type.refusal("a"), Locale.US));
    }

    private static List<String> faults(JsonFields fields) {
        return faults(fields.refusals());
    }

    private static List<String> faults(List<Refusal> refusals) {
        assertThat(refusals).extracting(Refusal::reason).containsOnly(WRONG_TYPE);
        return refusals.stream()
                .map(refusal -> refusal.field() + " " + refusal.facts().get("text"))
                .toList();
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
        assertThat(faults(fields)).containsExactly("d whole_number");
    }
}
