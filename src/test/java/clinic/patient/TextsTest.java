package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0Ana Ruiz\u00A0",
                "\uFEFFAna Ruiz",
                "Ana\u200B Ruiz\u200B",
                "Ana\u00A0Ruiz",
                "Ana\u2003\u202FRuiz",
                "A\u00ADna Ruiz",
                "\u202EAna Ruiz\u202C",
                "\u2066Ana Ruiz\u2069",
                "\u200EAna Ruiz\u200F\u061C",
                "Ana\t Ruiz\r\n",
                "A\u200Dna\u200C Ruiz",
                "Ana\uFE0F Ruiz",
                "Ana\u2060 Ruiz\u3164",
                "A\u034Fna Ruiz",
                "Ana\uDB40\uDC41 Ruiz",
            })
    void takesAwayWhatNobodySees(String typed) {
        assertThat(Texts.line(typed)).isEqualTo("Ana Ruiz");
    }

    /** Catches: a cleaning that breaks names and pictures which are written with joiners and variants. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0915\u094D\u200D\u0937",
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3",
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F",
                "\u2764\uFE0F",
                "3\uFE0F\u20E3",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "\u845B\uDB40\uDD00",
                "Ka\u02BBahumanu",
                "Lukʼianenko",
                "\u0600\u0661",
                "नेहा",
                "한글",
            })
    void keepsWhatAScriptOrAPictureNeeds(String typed) {
        assertThat(Texts.line(typed)).isEqualTo(typed);
        assertThat(Texts.flaw(typed, 100)).isEmpty();
    }

    @Test
    void composesWhatWasTypedInParts() {
        assertThat(Texts.line("Jose\u0301")).isEqualTo("José");
        assertThat(Texts.line("Jose\u200B\u0301")).isEqualTo("José");
    }

    @Test
    void countsALineBreakOnce() {
        String note = "x".repeat(17) + ("\r\n" + "y".repeat(17)).repeat(26) + "z".repeat(9);
        assertThat(note.replace("\r\n", "\n")).hasSize(494);
        assertThat(note).hasSizeGreaterThan(500);
        assertThat(Texts.flawOfLines(note, 500)).isEmpty();
        assertThat(Texts.flawOfLines(note, 494)).isEmpty();
        assertThat(Texts.flawOfLines(note, 493)).contains(Flaw.TOO_LONG);
    }

    @Test
    void writesEveryLineBreakOneWay() {
        assertThat(Texts.lines("a\r\nb\rc\u2028d\u0085e\fg\n")).isEqualTo("a\nb\nc\nd\ne\ng");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana\nRuiz",
                "Ana\rBcc: x",
                "Ana\u0000Ruiz",
                "Ana\u001B[2J",
                "Ana\uD83D",
                "Ana\uFFFE",
                "Ana\u0085x"
            })
    void refusesWhatCouldForgeALineOrCannotBeWritten(String typed) {
        assertThat(Texts.flaw(typed, 100)).contains(Flaw.CONTROL_CHARACTER);
    }

    @Test
    void refusesInTextOfSeveralLinesOnlyWhatIsNoLineBreak() {
        assertThat(Texts.flawOfLines("one\r\n\ttwo\n", 20)).isEmpty();
        assertThat(Texts.flawOfLines("one\u0007", 20)).contains(Flaw.CONTROL_CHARACTER);
        assertThat(Texts.flawOfLines(null, 20)).isEqualTo(Optional.of(Flaw.MISSING));
    }

    @Property(tries = 500)
    void cleansOnceAndForAll(@ForAll @StringLength(max = 40) String typed) {
        String clean = Texts.lines(typed);
        assertThat(Texts.lines(clean)).isEqualTo(clean);
        assertThat(Texts.line(Texts.line(typed))).isEqualTo(Texts.line(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "李", "O’Neil", "محمّد", "Þóra", "X Æ A-12", "Ng"})
    void takesOneNameOfAnyScript(String name) {
        assertThat(PersonName.flaw(name)).isEmpty();
        assertThat(FamilyName.flaw("")).isEmpty();
        assertThat(FamilyName.full(name, "")).isEqualTo(name);
    }

    @Test
    void missesANameThatIsInvisible() {
        assertThat(PersonName.flaw("\u200B\u00A0\u3164")).contains(Flaw.MISSING);
        assertThat(FamilyName.flaw("x".repeat(101))).contains(Flaw.TOO_LONG);
    }
}
