package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstStartTest {
    @TempDir
    Path home;

    private Map<String, String> handedOn(String lines) throws CannotStart, IOException {
        Files.writeString(home.resolve("clinic.properties"), lines);
        return Settings.read(Map.of("CLINIC_HOME", home.toString())).handedOn();
    }

    @Test
    void shipsOnlyWhatItWouldAllow() throws CannotStart {
        Properties shipped = FirstStart.shipped();
        assertThat(shipped).hasSizeGreaterThan(15);
        for (String name : shipped.stringPropertyNames()) {
            assertThat(FirstStart.checked(name, shipped.getProperty(name))).isNotEmpty();
        }
    }

    @Test
    void handsOnSingleValuesBesideSettings() throws CannotStart, IOException {
        assertThat(handedOn("""
                        CLINIC_PORT=9090
                        clinic.name = Peña's house
                        clinic.hours.saturday = 09:00-00:00
                        clinic.hours.monday = Closed
                        clinic.rooms = C1 consult , R1 mood  pain
                        clinic.city =
                        """))
                .containsEntry("clinic.port", "9090")
                .containsEntry("clinic.name", "Peña's house")
                .containsEntry("clinic.hours.saturday", "09:00-00:00")
                .containsEntry("clinic.hours.monday", "closed")
                .containsEntry("clinic.rooms", "C1 consult,R1 mood  pain")
                .doesNotContainKeys("clinic.city", "clinic.street");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clinic.phone = call me                     | clinic.phone must be a telephone number such as 818-217-8699, not "call me".
            clinic.zone = Los Angeles                  | clinic.zone must be a time zone such as America/Los_Angeles, not "Los Angeles".
            clinic.hours.monday = 8-19                 | clinic.hours.monday must be closed, or a span on quarter-hours such as 08:00-19:00, not "8-19".
            clinic.hours.monday = 08:00                | clinic.hours.monday must be closed, or a span on quarter-hours such as 08:00-19:00, not "08:00".
            clinic.hours.monday = 08:10-19:00          | clinic.hours.monday must be closed, or a span on quarter-hours such as 08:00-19:00, not "08:10-19:00".
            clinic.hours.monday = 19:00-08:00          | clinic.hours.monday must be closed, or a span on quarter-hours such as 08:00-19:00, not "19:00-08:00".
            clinic.visit.consultation.minutes = 20     | clinic.visit.consultation.minutes must be minutes in whole quarter-hours from 15 to 1440, not "20".
            clinic.visit.consultation.every-minutes = x | clinic.visit.consultation.every-minutes must be minutes in whole quarter-hours from 15 to 1440, not "x".
            clinic.visit.consultation.horizon-days = 0 | clinic.visit.consultation.horizon-days must be a whole number from 1 to 365, not "0".
            clinic.rooms = C1                          | clinic.rooms must be rooms with what they are fitted for, such as C1 consult, R1 mood pain, each once, not "C1".
            clinic.rooms = C1 consult, c1 mood         | clinic.rooms must be rooms with what they are fitted for, such as C1 consult, R1 mood pain, each once, not "C1 consult, c1 mood".
            clinic.clinicians = Ana,,Bo                | clinic.clinicians must be names separated by commas, each once, not "Ana,,Bo".
            """)
    void saysInOneSentenceWhatIsWrong(String line, String sentence) {
        assertThatThrownBy(() -> handedOn(line)).isInstanceOf(CannotStart.class).hasMessage(sentence);
    }

    @Test
    void namesWhatNobodyKnows() {
        assertThatThrownBy(() -> handedOn("clinic.phon = 818-217-8699"))
                .hasMessage("clinic.phon in " + home.resolve("clinic.properties")
                        + " is not known; did you mean clinic.phone?");
    }
}
