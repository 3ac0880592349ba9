package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HouseOffersTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Protocol MOOD = Courses.MOOD_6;
    private static final Protocol PAIN = Courses.PAIN_5DAY;

    private static Loads empty() {
        return DemoHouse.empty(List.of(MONDAY));
    }

    private static List<Offer> offers(Protocol protocol, Loads loads) {
        return DemoHouse.offers(protocol, loads, false).on(2, MONDAY);
    }

    private static void take(Loads loads, Protocol protocol, int start, long room) {
        LoadsFixture.take(loads, DemoHouse.claims(protocol, false, MONDAY, start, room));
    }

    private static Offer at(List<Offer> offers, int start) {
        return offers.stream()
                .filter(offer -> offer.start() == start)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beginWithTheHouseAndEndWithIt() {
        assertThat(offers(MOOD, empty())).extracting(Offer::start).contains(32).endsWith(70);
        assertThat(offers(PAIN, empty())).extracting(Offer::start).contains(32).endsWith(54);
    }

    @Test
    void claimWhatABookingWouldClaim() {
        HouseOffers first = DemoHouse.offers(MOOD, empty(), true);
        Slot slot = new Slot(MONDAY, new QuarterHours(40, 46));

        assertThat(first.claims(1, slot, 3))
                .containsExactlyInAnyOrderElementsOf(DemoHouse.claims(MOOD, true, MONDAY, 40, 3));
        assertThat(first.claims(2, slot, 3))
                .containsExactlyInAnyOrderElementsOf(DemoHouse.claims(MOOD, false, MONDAY, 40, 3));
    }

    @Test
    void takeTheRoomThatServesFewestOthers() {
        assertThat(at(offers(MOOD, empty()), 42).room()).isEqualTo(4);
        assertThat(at(offers(PAIN, empty()), 42).room()).isEqualTo(1);
    }

    @Test
    void takeTheRoomWhoseFreeTimeIsShortest() {
        Loads loads = empty();
        take(loads, MOOD, 34, 4);
        take(loads, MOOD, 34, 2);

        assertThat(at(offers(MOOD, loads), 41).room()).isEqualTo(4);
        take(loads, MOOD, 46, 4);
        assertThat(at(offers(MOOD, loads), 41).room()).isEqualTo(2);
    }

    @Test
    void costMoreWhereOthersBeginAndWhereRoomsAreBusy() {
        Loads loads = empty();
        take(loads, MOOD, 44, 1);

        assertThat(at(offers(MOOD, loads), 44).crowd())
                .isGreaterThan(at(offers(MOOD, loads), 45).crowd());
        assertThat(at(offers(MOOD, loads), 45).crowd())
                .isGreaterThan(at(offers(MOOD, loads), 60).crowd());
    }

    @Test
    void costMoreButAreNotRefusedWhenATenthOfTheRoomsIsLeft() {
        Loads loads = empty();
        QuarterHours most = new QuarterHours(32, 74);
        for (long room = 1; room <= 3; room++) {
            LoadsFixture.take(loads, List.of(new Claim(MONDAY, room, most, 1)));
        }
        LoadsFixture.take(loads, List.of(new Claim(MONDAY, 4, new QuarterHours(50, 74), 1)));
        int kept = at(offers(MOOD, loads), 34).crowd();
        LoadsFixture.take(loads, List.of(new Claim(MONDAY, 4, new QuarterHours(42, 50), 1)));

        assertThat(at(offers(MOOD, loads), 34).crowd()).isEqualTo(kept + 12);
    }

    @Test
    void leaveOutWhatWouldOverlapHerOtherVisits() {
        HouseOffers busy = new HouseOffers(
                new HouseOffers.House(empty(), DemoHouse.ROOMS, DemoHouse.ROOMS, DemoHouse.HANDS, DemoHouse.CARE),
                DemoHouse.footprint(MOOD, false),
                Optional.empty(),
                (day, visit) -> !visit.overlaps(new QuarterHours(40, 42)));

        assertThat(busy.on(1, MONDAY))
                .extracting(Offer::start)
                .doesNotContain(35, 36, 40, 41)
                .contains(34, 42);
    }

    /** What is offered can be booked, and what is not offered cannot: the ledger's own question is the judge. */
    @Property(tries = 60)
    void offerExactlyWhatTheLedgerWouldTake(@ForAll long seed, @ForAll boolean first, @ForAll boolean pain) {
        Random chance = new Random(seed);
        Loads loads = empty();
        for (int visit = 0; visit < 10; visit++) {
            Protocol other = chance.nextBoolean() ? MOOD : PAIN;
            List<Claim> claims = DemoHouse.claims(
                    other, chance.nextBoolean(), MONDAY, 32 + chance.nextInt(38), 1 + chance.nextInt(4));
            if (loads.fit(claims)) {
                LoadsFixture.take(loads, claims);
            }
        }
        Protocol protocol = pain ? PAIN : MOOD;

        List<Offer> offers = DemoHouse.offers(protocol, loads, first).on(1, MONDAY);

        assertThat(offers)
                .allMatch(offer -> loads.fit(DemoHouse.claims(protocol, first, MONDAY, offer.start(), offer.room())));
        assertThat(offers)
                .extracting(Offer::start)
                .containsExactlyElementsOf(IntStream.range(0, 70 + 1)
                        .filter(start -> DemoHouse.rooms(protocol).stream()
                                .anyMatch(room -> start + protocol.phases().chairQuarters() <= 90
                                        && loads.fit(DemoHouse.claims(protocol, first, MONDAY, start, room.id()))))
                        .boxed()
                        .toList());
    }
}
