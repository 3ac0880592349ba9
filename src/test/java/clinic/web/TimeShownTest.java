package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeShownTest {
    @ParameterizedTest
    @CsvSource({
        // the button of the form says all of it
        "2026-12-17T14:00|EVALUATION|3|ITSELF, 2026-12-17, 14:00, EVALUATION, 3, true",
        "2026-12-08T14:00|EVALUATION|3|ITSELF, 2026-12-17, 14:00, EVALUATION, 3, false",
        "2026-12-17T09:00|EVALUATION|3|ITSELF, 2026-12-17, 14:00, EVALUATION, 3, false",
        "2026-12-17T14:00|CONSULTATION|3|ITSELF, 2026-12-17, 14:00, EVALUATION, 3, false",
        "2026-12-17T14:00|EVALUATION||ITSELF, 2026-12-17, 14:00, EVALUATION, 3, false",
        // the list of a day is of that day, whatever the time in the field
        "2026-12-17T15:30|EVALUATION|3|LIST, 2026-12-17, 14:00, EVALUATION, 3, true",
        "2026-12-08T14:00|EVALUATION|3|LIST, 2026-12-17, 14:00, EVALUATION, 3, false",
        "2026-12-17T15:30|CONSULTATION|3|LIST, 2026-12-17, 14:00, EVALUATION, 3, false",
        // one nearby says its own day
        "2026-12-18T09:00|EVALUATION|3|NEARBY, 2026-12-17, 14:00, EVALUATION, 3, true",
        "2026-12-18T09:00|EVALUATION||NEARBY, 2026-12-17, 14:00, EVALUATION, 3, false",
        // whoever writes a button by hand is held to the strictest of the lists
        "2026-12-17T14:00, 2026-12-17, 14:00, EVALUATION, 3, false",
        "2026-12-17T14:00, 2026-12-17, 14:00, '', '', true",
        "2026-12-08T14:00, 2026-12-17, 14:00, '', '', false"
    })
    void isSaidByTheFields(String button, String day, String at, String kind, String room, boolean same) {
        assertThat(TimeShown.read(button).isSaidBy(day, at, kind, room)).isEqualTo(same);
    }

    @Test
    void readsSecondsAsThoseOfTheSameMinute() {
        assertThat(TimeShown.read("2026-12-17T14:00|||ITSELF").isSaidBy("2026-12-17", "14:00:00", "", ""))
                .isTrue();
    }
}
