package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.testing.House;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewTimesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);
    private static final VisitRule RULE = new VisitRule(VisitKind.CONSULTATION, 30, 30, 120, 90, 0);
    private static final Resource LEE = LoadsFixture.withId(Resource.clinician("Dr. Lee", Purpose.CONSULT), 1);
    private static final Resource RAY = LoadsFixture.withId(Resource.clinician("Dr. Ray", Purpose.CONSULT), 2);
    private static final Resource ROOM = LoadsFixture.withId(Resource.room("C1", Purpose.CONSULT), 100);

    private final VisitNeeds needs = new VisitNeeds(RULE, List.of(LEE, RAY), List.of(ROOM));
    private final NewTimes times = new NewTimes(
            needs, new BookingRules(RULE, House.calendar(), ZonedDateTime.of(DAY.atTime(7, 0), House.ZONE)));
    private final Placement was = needs.place(at(9, 0), LEE.id(), ROOM.id());

    private static Slot at(int hour, int minute) {
        return new Slot(DAY, QuarterHours.lasting(LocalTime.of(hour, minute), 30));
    }

    private static LoadsFixture open() {
        LoadsFixture loads = new LoadsFixture(DAY);
        loads.there(ROOM.id(), House.HOURS, House.HOURS, List.of());
        return loads;
    }

    private List<NewTimes.Proposal> near(Loads loads) {
        return times.near(was, any -> loads, slot -> true, 3);
    }

    @Test
    void keepsTheClinicianAndComesAsNearAsSheIsFree() {
        LoadsFixture loads = open();
        loads.there(LEE.id(), House.HOURS, QuarterHours.between(LocalTime.of(10, 0), LocalTime.of(12, 0)), List.of());
        loads.there(RAY.id(), House.HOURS, QuarterHours.between(LocalTime.of(13, 0), LocalTime.of(19, 0)), List.of());
        assertThat(near(loads.loads()))
                .extracting(NewTimes.Proposal::slot)
                .containsExactly(at(10, 0), at(10, 30), at(11, 0));
        assertThat(near(loads.loads())).allMatch(NewTimes.Proposal::sameClinician);
    }

    @Test
    void takesAnotherClinicianRatherThanAnotherTimeFarOff() {
        LoadsFixture loads = open();
        loads.there(LEE.id(), House.HOURS, QuarterHours.between(LocalTime.of(17, 0), LocalTime.of(19, 0)), List.of());
        loads.there(RAY.id(), House.HOURS, House.HOURS, List.of());
        NewTimes.Proposal best = near(loads.loads()).get(0);
        assertThat(best.slot()).isEqualTo(at(9, 0));
        assertThat(best.sameClinician()).isFalse();
        assertThat(best.placement().clinician()).isEqualTo(RAY.id());
    }

    @Test
    void givesAPatientNotice() {
        LoadsFixture loads = open();
        loads.there(LEE.id(), House.HOURS, QuarterHours.between(LocalTime.of(8, 0), LocalTime.of(9, 0)), List.of());
        assertThat(near(loads.loads())).isEmpty();
    }

    @Test
    void proposesNothingWhereNobodyIs() {
        assertThat(near(open().loads())).isEmpty();
    }

    @Test
    void looksFurtherAheadOnlyWhereAFortnightHasNothing() {
        List<LocalDate> read = new ArrayList<>();
        Loads full = open().loads();
        assertThat(times.near(was, day -> read.add(day) ? full : null, slot -> true, 3))
                .isEmpty();
        assertThat(read).containsExactly(DAY.plusDays(14), DAY.plusDays(42), DAY.plusDays(70), DAY.plusDays(90));

        LocalDate far = DAY.plusDays(43);
        LoadsFixture later = new LoadsFixture(far);
        later.there(ROOM.id(), House.HOURS, House.HOURS, List.of());
        later.there(LEE.id(), House.HOURS, House.HOURS, List.of());
        read.clear();
        assertThat(times.near(was, day -> read.add(day) ? later.loads() : null, slot -> true, 1))
                .extracting(NewTimes.Proposal::slot)
                .containsExactly(new Slot(far, QuarterHours.lasting(LocalTime.of(9, 0), 30)));
        assertThat(read).as("and no further").endsWith(DAY.plusDays(70)).hasSize(3);
    }

    @Test
    void looksTwoWeeksAroundButNeverAtThePast() {
        assertThat(times.first(DAY)).isEqualTo(DAY);
        assertThat(times.last(DAY)).isEqualTo(DAY.plusDays(14));
        assertThat(times.first(DAY.plusDays(20))).isEqualTo(DAY.plusDays(6));
        assertThat(times.last(DAY.plusDays(85))).isEqualTo(DAY.plusDays(90));
    }
}
