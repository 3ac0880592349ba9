package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "818-555-0142",
                "(818) 555-0142",
                "818.555.0142",
                "8185550142",
                "+1 818 555 0142",
                "1-818-555-0142",
                "\u00A0818\u2011555\u20110142\u200B",
                "tel:+1-818-555-0142",
                "٨١٨٥٥٥٠١٤٢",
                "＋１８１８５５５０１４２",
            })
    void readsANumberHowEverItIsWritten(String typed) {
        assertThat(PhoneNumber.flaw(typed)).isEmpty();
        assertThat(new PhoneNumber(typed)).isEqualTo(new PhoneNumber("+18185550142", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "+52 55 1234 5678, +525512345678",
        "+34 612 34 56 78, +34612345678",
        "0034 612 34 56 78, +34612345678",
        "011 44 20 7946 0958, +442079460958",
        "+44 (0)20 7946 0958, +442079460958",
        "+49 30 901820, +4930901820",
        "+503 2234 5678, +50322345678",
        "+82 2-312-3456, +8223123456",
        "1-800-356-9377, +18003569377",
        "1-800-FLOWERS, +18003569377",
    })
    void readsNumbersOfAnyCountry(String typed, String value) {
        assertThat(PhoneNumber.flaw(typed)).isEmpty();
        assertThat(new PhoneNumber(typed).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "818-555-0142 ext. 12",
                "818-555-0142 ext 12",
                "818-555-0142 x12",
                "818-555-0142x12",
                "818-555-0142, ext: 12",
                "818-555-0142 #12",
                "(818) 555-0142 extension 12",
                "818-555-0142 extensión 12",
                "818-555-0142 Ext.12",
                "tel:+18185550142;ext=12",
            })
    void keepsAnExtension(String typed) {
        assertThat(PhoneNumber.flaw(typed)).isEmpty();
        PhoneNumber number = new PhoneNumber(typed);
        assertThat(number).isEqualTo(new PhoneNumber("+18185550142", "12"));
        assertThat(number.shown()).isEqualTo("818-555-0142 ext. 12");
        assertThat(number.dialed()).isEqualTo("+18185550142;ext=12");
        assertThat(PhoneNumber.shown(number.dialed())).isEqualTo(number.shown());
        assertThat(new PhoneNumber(number.shown())).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "555-0142",
                "000-000-0000",
                "818-555-014",
                "818-555-01422",
                "123-456-7890",
                "111-111-1111",
                "999-999-9999",
                "555-555-5555",
                "555-123-4567",
                "911",
                "411-555-0142",
                "818-055-0142",
                "818-911-0142",
                "+1 818 555 014",
                "+34 1",
                "+999 123456789",
                "+44 00000000",
                "12",
                "call me",
                "818-555-0142 / 818-555-0143",
                "818-555-0142 or 818-555-0143",
                "818-555-0142 after five",
                "my number 818-555-0142",
                "818-555-0142 ext.",
                "818-555-0142 ext. 12345678901",
            })
    void refusesWhatNobodyCanDialOrSaysMoreThanANumber(String typed) {
        assertThat(PhoneNumber.flaw(typed)).contains(Flaw.NOT_A_PHONE_NUMBER);
    }

    @Test
    void showsNumbersOfOtherCountriesWithTheirCode() {
        assertThat(new PhoneNumber("+34612345678").shown()).isEqualTo("+34 612 34 56 78");
        assertThat(PhoneNumber.shown("")).isEmpty();
        assertThat(PhoneNumber.shown("+15550142")).isNotBlank();
    }
}
