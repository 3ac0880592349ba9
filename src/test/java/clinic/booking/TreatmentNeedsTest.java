package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.LoadsFixture;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an infusion claims of the ledger: the table of the design, section 2. */
class TreatmentNeedsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Resource ROOM = LoadsFixture.withId(Resource.room("R4", Purpose.MOOD), 5);
    private static final VisitRule RULE = new VisitRule(VisitKind.INFUSION, 90, 15, 1440, 90, 15);
    private static final Treatment MOOD = Treatment.of(Purpose.MOOD, 15, 45, 30, 15, 2);
    /** Ten o'clock. */
    private static final Slot TEN = new Slot(DAY, new QuarterHours(40, 46));

    private static Resource pool(ResourceKind kind) {
        return LoadsFixture.withId(Resource.pool(kind.name(), kind), id(kind));
    }

    private static long id(ResourceKind kind) {
        return 10 + kind.ordinal();
    }

    private static VisitNeeds needs(Treatment treatment) {
        return VisitNeeds.of(RULE, treatment, List.of(ROOM), TreatmentNeedsTest::pool);
    }

    private static Claim claim(ResourceKind kind, int from, int to, int amount) {
        return new Claim(DAY, id(kind), new QuarterHours(from, to), amount);
    }

    private static List<Claim> claims(Treatment treatment) {
        return needs(treatment)
                .place(TEN, id(ResourceKind.PRESCRIBER), ROOM.id())
                .claims();
    }

    @Test
    void claimsRoomNursesAndPrescriberForItsPhases() {
        assertThat(claims(MOOD))
                .containsExactlyInAnyOrder(
                        new Claim(DAY, ROOM.id(), new QuarterHours(40, 47), 1),
                        claim(ResourceKind.HANDS, 40, 41, 1),
                        claim(ResourceKind.HANDS, 45, 46, 1),
                        claim(ResourceKind.HEADS, 40, 46, 1),
                        claim(ResourceKind.CARE, 40, 44, 2),
                        claim(ResourceKind.CARE, 44, 46, 1),
                        claim(ResourceKind.PRESCRIBER, 41, 46, 1));
    }

    @Test
    void watchesTheFirstEverMoreClosely() {
        assertThat(claims(MOOD.firstEver())).contains(claim(ResourceKind.CARE, 40, 44, 3));
        assertThat(Treatment.of(Purpose.PAIN, 30, 240, 60, 15, 4).firstEver().care())
                .isEqualTo(4);
    }

    @Test
    void lastsAsLongAsItsPhases() {
        Treatment pain = Treatment.of(Purpose.PAIN, 30, 240, 60, 15, 3);
        assertThat(pain.minutes()).isEqualTo(330);
        assertThat(needs(pain).rule().minutes()).isEqualTo(330);
    }

    @Test
    void roundsPhasesUpToQuarterHours() {
        assertThat(Treatment.of(Purpose.MOOD, 10, 40, 20, 5, 2))
                .isEqualTo(Treatment.of(Purpose.MOOD, 15, 45, 30, 15, 2));
    }

    @Test
    void refusesATreatmentNobodyPrepares() {
        assertThatIllegalArgumentException().isThrownBy(() -> Treatment.of(Purpose.MOOD, 0, 45, 30, 15, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Treatment.of(Purpose.CONSULT, 15, 45, 30, 15, 2));
    }
}
