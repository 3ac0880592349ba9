package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.capacity.Holds;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicCapsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T20:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ana@example.org, ana@example.org",
        "Ana@Example.ORG, ana@example.org",
        "ana+1@example.org, ana@example.org",
        "ana.ruiz@example.org, ana.ruiz@example.org",
        "a.n.a+x@gmail.com, ana@gmail.com",
        "ana@googlemail.com, ana@gmail.com",
        "+ana@example.org, +ana@example.org"
    })
    void knowsOneMailboxByEverySpelling(String typed, String mailbox) {
        assertThat(ContactKeys.mailbox(typed)).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @CsvSource({
        "+18185550142, +18185550142",
        "+18185550142 ext. 12, +18185550142",
        "+18185550142;ext=12, +18185550142",
        "+1 (818) 555-0142, +18185550142"
    })
    void knowsOneNumberByEverySpelling(String written, String number) {
        assertThat(ContactKeys.phone(written)).isEqualTo(number);
    }

    private static Holds.Live hold(long id, String address, int minute) {
        return new Holds.Live(id, address, NOON.plusSeconds(60L * minute));
    }

    @Test
    void letsTheOldestOfWhoeverHasMostGiveWay() {
        assertThat(HoldShare.oldestOfTheHeaviest(
                        List.of(hold(1, "family", 0), hold(2, "script", 3), hold(3, "script", 2), hold(4, "other", 1))))
                .isEqualTo(3);
        assertThat(HoldShare.oldestOfTheHeaviest(List.of(hold(1, "a", 5), hold(2, "b", 4))))
                .isEqualTo(2);
    }
}
