package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
    private static Patient maria() {
        Patient patient = new Patient(
                PatientForm.ofAdult("María José", "O'Neill-Łukasz", "Maria.Jose@Example.org", "(818) 555-0142", "es"),
                Instant.EPOCH);
        patient.change(new PatientForm(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(1990, 1, 31)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return patient;
    }

    private static boolean finds(String query) {
        return finds(maria(), query);
    }

    private static boolean finds(Patient patient, String query) {
        var words = SearchWords.of(patient, List.of());
        return matches(SearchWords.asked(query), words) || matches(SearchWords.askedAsOneName(query), words);
    }

    private static boolean matches(List<Set<String>> asked, Set<String> words) {
        return !asked.isEmpty()
                && asked.stream().allMatch(any -> any.stream()
                        .anyMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria",
                "MARÍA",
                "jose mar",
                "oneill",
                "O'Neill",
                "neil",
                "lukasz, maria",
                "Łukasz",
                "oneill-luk",
                "maria.jose@exa",
                "maria.jose",
                "818-555-0142",
                "(818) 555 01",
                "+1 818 555 0142",
                "5550142",
                "0142",
                "1990-01-31",
                "1/31/1990",
                "01-31-1990",
                "31.1.1990",
                "maria 1/31/1990",
                "oneill 818.555.0142",
            })
    void findsByWhatPeopleType(String query) {
        assertThat(finds(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "12", "ana", "maria ruiz", "1/31/1991", "818-555-0143", "%", "_", "maria 1990-02-30"})
    void findsNobodyElse(String query) {
        assertThat(finds(query)).isFalse();
    }

    private static Patient named(String first, String last) {
        return new Patient(PatientForm.ofAdult(first, last, "", "", "en"), Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "Leilani, Kaʻahumanu, Kaahumanu",
        "Oksana, Lukʼianenko, lukianenko",
        "Sean, O´Neil, oneil",
        "Sean, O'Neil, o’neil",
        "Sean, O’Neil, o'neil",
        "Sean, ONeil, o'neil",
        "Ayşe, Yıldız, yildiz",
        "Ayşe, YILDIZ, yıldız",
        "İpek, Işık, ipek isik",
        "Þóra, Jónsdóttir, thora",
        "Jürgen, Weiß, weiss",
        "Søren, Ærø, soren aero",
        "Đorđe, Đokić, dorde",
        "Nguyễn, Văn Đức, nguyen van duc",
        "Luis, van der Berg, vanderberg",
        "Luis, Vanderberg, van der berg",
        "Luis, Vanderberg, van der berg luis",
        "Mary Ann, Smith, maryann",
        "Maryann, Smith, mary ann smith",
        "Ana, García-López, garcia lopez",
        "Ana, García-López, garcialopez",
        "Ana, García-López, lopez",
        "Jean-Luc, Picard, jeanluc",
        "Артём, Королёв, артем королев",
        "محمد, حسن, حـسـن",
        "مُحَمَّد, حَسَن, محمد حسن",
        "أحمد, إبراهيم, احمد ابراهيم",
        "فاطمة, علي, فاطمه على",
        "علی, کریمی, علي كريمي",
        "美咲, 佐藤, 佐藤美咲",
        "美咲, 佐藤, 佐藤　美咲",
        "佐藤美咲, '', 佐藤 美咲",
        "佐藤美咲, '', 美咲",
        "美咲, サトウ, ｻﾄｳ",
        "ミサキ, 佐藤, みさき",
        "민준, 김, 김민준",
        "Ａｎａ, Ruiz, ana",
        "Ana, '', ana",
    })
    void findsANameInAnySpelling(String first, String last, String query) {
        assertThat(finds(named(first, last), query)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ana, Ruiz, ruizana b", "さとう, '', ざとう", "राम, '', रमा", "Ana, Ruiz, v:2", "O, Neil, onell"})
    void takesNoOtherNameForIt(String first, String last, String query) {
        assertThat(finds(named(first, last), query)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/8/1980",
                "12/08/1980",
                "12-08-1980",
                "12-8-80",
                "12/8/80",
                "1980-12-08",
                "1980/12/8",
                "1980.12.08",
                "19801208",
                "12081980",
                "8.12.1980",
                "12 8 1980",
                "Dec 8 1980",
                "Dec. 8, 1980",
                "December 8, 1980",
                "december 8th 1980",
                "8 Dec 1980",
                "8-Dec-1980",
                "08 DECEMBER 1980",
                "Dec 8 '80",
                "8 de diciembre de 1980",
                "8 dic 1980",
                "1980 Dec 8",
                "ana 1980",
                "1980 ruiz",
                "ana 1980-12",
                "ana 12/8/1980",
                "dec 8 1980 ruiz",
                "1980",
                "ana 1980 818-555-0142",
                "818-555-0142 ext. 12",
                "818 555 0142 x12 ana",
                "001 818 555 0142",
                "<ana@example.org>",
                "mailto:ana@example.org",
                "Ana Ruiz <ana@example.org>",
            })
    void findsByDayOfBirthAndContactInAnySpelling(String query) {
        Patient ana = named("Ana", "Ruiz");
        ana.change(new PatientForm(
                Optional.empty(),
                Optional.empty(),
                Optional.of("Ana@Example.org"),
                Optional.of("818-555-0142 ext. 77"),
                Optional.empty(),
                Optional.of(LocalDate.of(1980, 12, 8)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(finds(ana, query)).isTrue();
    }

    @Test
    void findsByWhatAMergedRecordWasKnownBy() {
        var former = List.of(
                new FormerContact(1, FormerContact.Kind.EMAIL, "old@example.org", Instant.EPOCH),
                new FormerContact(1, FormerContact.Kind.PHONE, "+18185550177;ext=5", Instant.EPOCH),
                new FormerContact(1, FormerContact.Kind.NAME, "María Ruiz", Instant.EPOCH));
        assertThat(SearchWords.of(maria(), former))
                .contains("m:old@example.org", "p:18185550177", "n:ruiz", "n:oneilllukasz")
                .doesNotContain("p:181855501775");
    }

    @Test
    void seesOnePersonInTwoSpellings() {
        assertThat(SearchWords.isSameName("Ana Ruiz", "RUIZ, ANA")).isTrue();
        assertThat(SearchWords.isSameName("Ana María Ruiz", "ana ruiz")).isTrue();
        assertThat(SearchWords.isSameName("Yıldız van der Berg", "Yildiz Vanderberg"))
                .isTrue();
        assertThat(SearchWords.isSameName("Ana Ruiz", "Luis Ruiz")).isFalse();
    }

    @Test
    void looksForAMailWithDigitsAsAMail() {
        assertThat(SearchWords.asked("ana1985@example.org")).containsExactly(Set.of("m:ana1985@example.org"));
    }
}
