package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.NursingLoad;
import clinic.capacity.Resource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the house as it stands can offer a series: each start at which a visit would fit, in the room that suits it best,
 * and what the hour costs. What fits is booking's rule; what it costs makes for level days and leaves rooms to those who
 * have no other.
 */
public final class HouseOffers implements Offers {
    private static final int NO_ROOM = -1;

    private final House house;
    private final long[] roomIds;
    private final int[] purposes;
    private final Footprint usual;
    private final Optional<Footprint> first;
    private final Permit permit;
    private final Map<LocalDate, HouseDay> days = new HashMap<>();
    private final Map<LocalDate, List<Offer>> offered = new HashMap<>();
    private final Map<LocalDate, List<Offer>> offeredFirst = new HashMap<>();

    /**
     * The house as it was read.
     *
     * @param rooms those fitted for the visits planned now
     * @param allRooms all that are fitted for any treatment
     * @param hands the pool that begins and ends visits
     * @param care what visits claim their care of
     */
    record House(Loads loads, List<Resource> rooms, List<Resource> allRooms, long hands, long care) {
        House {
            rooms = rooms.stream()
                    .sorted(Comparator.comparingInt(
                                    (Resource room) -> room.purposes().size())
                            .thenComparingLong(Resource::id))
                    .toList();
        }
    }

    /** Whether anything but the house speaks against a visit that starts then: it is over by now, or she is elsewhere. */
    interface Permit {
        boolean allows(LocalDate day, QuarterHours visit);
    }

    /**
     * @param first what the first visit takes, where that is not what each takes
     */
    HouseOffers(House house, Footprint usual, Optional<Footprint> first, Permit permit) {
        this.house = house;
        this.roomIds = house.rooms().stream().mapToLong(Resource::id).toArray();
        this.purposes =
                house.rooms().stream().mapToInt(room -> room.purposes().size()).toArray();
        this.usual = usual;
        this.first = first;
        this.permit = permit;
    }

    @Override
    public List<Offer> on(int visit, LocalDate day) {
        List<Offer> others = offered.computeIfAbsent(day, any -> offers(usual, day));
        return visit == 1 && first.isPresent()
                ? offeredFirst.computeIfAbsent(day, any -> offers(first.get(), day))
                : others;
    }

    /** The same for somebody who finds the house otherwise. */
    public HouseOffers in(Loads loads) {
        return new HouseOffers(
                new House(loads, house.rooms(), house.allRooms(), house.hands(), house.care()), usual, first, permit);
    }

    /** What a visit of that number would claim there. */
    public List<Claim> claims(int visit, Slot slot, long room) {
        Footprint takes = visit == 1 ? first.orElse(usual) : usual;
        return takes.claims(slot.day(), slot.span().start(), room);
    }

    private List<Offer> offers(Footprint visit, LocalDate day) {
        HouseDay there = days.computeIfAbsent(
                day, any -> new HouseDay(day, house.loads(), house.allRooms(), house.hands(), visit.others()));
        NursingLoad nursing = house.loads().nursingOn(day);
        int[][] others = there.free(visit.others());
        int[][] rooms = there.free(roomIds);
        List<Offer> offers = new ArrayList<>();
        for (int start = 0; start + visit.chair() <= QuarterHours.PER_DAY; start++) {
            if (visit.fitsOthers(others, start) && permit.allows(day, new QuarterHours(start, start + visit.chair()))) {
                int room = bestRoom(visit, rooms, start);
                if (room != NO_ROOM && nursing.fits(visit.stay(start, house.care()))) {
                    offers.add(new Offer(start, roomIds[room], Crowd.of(visit, there, start, purposes[room] - 1)));
                }
            }
        }
        return offers;
    }

    /** One that serves fewest other purposes; of equals the one whose free time it fits into most tightly. */
    private int bestRoom(Footprint visit, int[][] free, int start) {
        int best = NO_ROOM;
        int least = Integer.MAX_VALUE;
        for (int room = 0; room < free.length; room++) {
            if (best != NO_ROOM && purposes[best] < purposes[room]) {
                break;
            }
            if (visit.fitsRoom(free[room], start)) {
                int left = freeAround(free[room], start, start + visit.roomLength());
                if (left < least) {
                    least = left;
                    best = room;
                }
            }
        }
        return best;
    }

    private static int freeAround(int[] free, int from, int to) {
        int around = 0;
        for (int before = from - 1; before >= 0 && free[before] > 0; before--) {
            around++;
        }
        for (int after = to; after < free.length && free[after] > 0; after++) {
            around++;
        }
        return around;
    }
}
