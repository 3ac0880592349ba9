package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSlipsTest {
    @ParameterizedTest
    @CsvSource({
        "ana@gmial.com, ana@gmail.com",
        "ana@gmail.con, ana@gmail.com",
        "ana@gamil.com, ana@gmail.com",
        "ana@gmai.com, ana@gmail.com",
        "Ana.Ruiz@Hotnail.com, Ana.Ruiz@hotmail.com",
        "ana@yahooo.com, ana@yahoo.com",
        "ana@iclod.com, ana@icloud.com",
        "ana@outlok.com, ana@outlook.com"
    })
    void suggestsWhatWasProbablyMeant(String typed, String meant) {
        assertThat(EmailSlips.suggestion(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@gmail.com",
                "ana@example.org",
                "ana@ucla.edu",
                "ana@mail.com",
                "ana@me.com",
                "ana@kaiser.org",
                "ana@hotmail.es",
                "ana@wework.com",
                "no at sign",
                "@gmial.com",
                ""
            })
    void leavesAloneWhatLooksRight(String typed) {
        assertThat(EmailSlips.suggestion(typed)).isEmpty();
    }
}
