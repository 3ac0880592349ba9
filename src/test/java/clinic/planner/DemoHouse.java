package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.DayVector;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.capacity.Nurse;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.protocol.Phases;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The house of the demonstration, in memory: R1 to R3 for everything, R4 for mood alone, three nurses on overlapping
 * shifts with their breaks, a prescriber. What a visit claims is written here once more, by the table of the design.
 */
public final class DemoHouse {
    public static final long HANDS = 11;
    public static final long HEADS = 12;
    public static final long CARE = 13;
    static final long PRESCRIBER = 14;
    static final QuarterHours HOURS = new QuarterHours(32, 76);

    static final List<Resource> ROOMS = List.of(
            LoadsFixture.withId(Resource.room("R1", Purpose.MOOD, Purpose.PAIN), 1),
            LoadsFixture.withId(Resource.room("R2", Purpose.MOOD, Purpose.PAIN), 2),
            LoadsFixture.withId(Resource.room("R3", Purpose.MOOD, Purpose.PAIN), 3),
            LoadsFixture.withId(Resource.room("R4", Purpose.MOOD), 4));

    static final Map<Long, Resource> BY_ID =
            ROOMS.stream().collect(Collectors.toUnmodifiableMap(Resource::id, Function.identity()));

    private static final List<List<QuarterHours>> NURSES = List.of(
            List.of(
                    new QuarterHours(32, 40),
                    new QuarterHours(41, 47),
                    new QuarterHours(49, 57),
                    new QuarterHours(58, 66)),
            List.of(
                    new QuarterHours(38, 45),
                    new QuarterHours(46, 52),
                    new QuarterHours(54, 64),
                    new QuarterHours(65, 72)),
            List.of(
                    new QuarterHours(42, 50),
                    new QuarterHours(51, 58),
                    new QuarterHours(60, 68),
                    new QuarterHours(69, 76)));

    private static final List<Nurse> BY_NAME = IntStream.range(0, NURSES.size())
            .mapToObj(index -> new Nurse(20L + index, "Nurse " + "ABC".charAt(index), working(NURSES.get(index))))
            .toList();

    private DemoHouse() {}

    private static DayVector working(List<QuarterHours> there) {
        DayVector working = DayVector.EMPTY;
        for (QuarterHours part : there) {
            working = working.with(part, 1);
        }
        return working;
    }

    public static List<LocalDate> weekdays(LocalDate from, int days) {
        return IntStream.range(0, days)
                .mapToObj(from::plusDays)
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
    }

    public static Loads empty(List<LocalDate> days) {
        Loads loads = LoadsFixture.empty(CARE);
        for (LocalDate day : days) {
            LoadsFixture.nurses(loads, day, BY_NAME);
            ROOMS.forEach(
                    room -> LoadsFixture.offer(loads, day, room.id(), DayVector.EMPTY.with(HOURS.extendedBy(1), 1)));
            LoadsFixture.offer(loads, day, HANDS, nurses(1));
            LoadsFixture.offer(loads, day, HEADS, nurses(3));
            LoadsFixture.offer(loads, day, CARE, nurses(6));
            LoadsFixture.offer(loads, day, PRESCRIBER, DayVector.EMPTY.with(HOURS, 99));
        }
        return loads;
    }

    private static DayVector nurses(int each) {
        DayVector all = DayVector.EMPTY;
        for (List<QuarterHours> nurse : NURSES) {
            for (QuarterHours there : nurse) {
                all = all.plus(there, each);
            }
        }
        return all;
    }

    public static List<Claim> claims(Protocol protocol, boolean first, LocalDate day, int start, long room) {
        Phases phases = protocol.phases();
        int end = start + phases.chairQuarters();
        int recovery = end - phases.recoveryQuarters();
        int care = first ? Math.max(3, protocol.acuity()) : protocol.acuity();
        return List.of(
                new Claim(day, room, new QuarterHours(start, end + phases.turnoverQuarters()), 1),
                new Claim(day, HANDS, new QuarterHours(start, start + 1), 1),
                new Claim(day, HANDS, new QuarterHours(end - 1, end), 1),
                new Claim(day, HEADS, new QuarterHours(start, end), 1),
                new Claim(day, CARE, new QuarterHours(start, recovery), care),
                new Claim(day, CARE, new QuarterHours(recovery, end), 1),
                new Claim(day, PRESCRIBER, new QuarterHours(start + phases.prepQuarters(), end), 1));
    }

    static Footprint footprint(Protocol protocol, boolean first) {
        LocalDate any = LocalDate.EPOCH;
        Slot slot = new Slot(any, new QuarterHours(0, protocol.phases().chairQuarters()));
        return Footprint.of(slot, 1, claims(protocol, first, any, 0, 1));
    }

    static List<Resource> rooms(Protocol protocol) {
        return ROOMS.stream().filter(room -> room.serves(protocol.room())).toList();
    }

    public static HouseOffers offers(Protocol protocol, Loads loads, boolean firstEver) {
        return new HouseOffers(
                new HouseOffers.House(loads, rooms(protocol), ROOMS, HANDS, CARE),
                footprint(protocol, false),
                firstEver ? Optional.of(footprint(protocol, true)) : Optional.empty(),
                (day, visit) -> true);
    }
}
