package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.capacity.Load;
import clinic.capacity.Loads;
import clinic.capacity.Resource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One day of the house as a planner sees it: what is free of each resource, and how busy it is at which hour. */
final class HouseDay {
    private final Map<Long, int[]> free = new HashMap<>();
    private final int[] roomsBusy = new int[QuarterHours.PER_DAY];
    private final int[] handsBusy;
    private final int peak;
    private int roomTime;
    private int roomTimeTaken;

    /**
     * @param rooms all rooms for treatments, whatever is planned now
     * @param hands the pool that begins and ends visits
     */
    HouseDay(LocalDate day, Loads loads, List<Resource> rooms, long hands, long[] others) {
        for (Resource room : rooms) {
            Load load = loads.of(day, room.id());
            free.put(room.id(), free(load));
            for (int quarter = 0; quarter < QuarterHours.PER_DAY; quarter++) {
                int taken = taken(load, quarter);
                roomsBusy[quarter] += taken;
                roomTime += load.capacity().at(quarter);
                roomTimeTaken += taken;
            }
        }
        for (long other : others) {
            free.put(other, free(loads.of(day, other)));
        }
        Load nurses = loads.of(day, hands);
        handsBusy = new int[QuarterHours.PER_DAY];
        for (int quarter = 0; quarter < QuarterHours.PER_DAY; quarter++) {
            handsBusy[quarter] = taken(nurses, quarter);
        }
        peak = mostRoomsBusy(0, roomsBusy.length);
    }

    private static int[] free(Load load) {
        int[] free = new int[QuarterHours.PER_DAY];
        for (int quarter = 0; quarter < free.length; quarter++) {
            free[quarter] = load.capacity().at(quarter) - taken(load, quarter);
        }
        return free;
    }

    private static int taken(Load load, int quarter) {
        return load.used().at(quarter) + load.held().at(quarter);
    }

    /** Whether any room is there at any hour; a day on which the house is closed for once has none. */
    static boolean isOpen(LocalDate day, Loads loads, List<Resource> rooms) {
        return rooms.stream()
                .anyMatch(room -> !loads.of(day, room.id()).capacity().isEmpty());
    }

    /** What is free of each of some resources it was made with, in their order. */
    int[][] free(long[] resources) {
        return Arrays.stream(resources).mapToObj(free::get).toArray(int[][]::new);
    }

    int handsBusy(int quarter) {
        return handsBusy[quarter];
    }

    /** The most rooms busy at once in {@code [from, to)}. */
    int mostRoomsBusy(int from, int to) {
        int most = 0;
        for (int quarter = from; quarter < Math.min(to, roomsBusy.length); quarter++) {
            most = Math.max(most, roomsBusy[quarter]);
        }
        return most;
    }

    int peak() {
        return peak;
    }

    /** Whether so much more room time would leave less than a tenth of it free. */
    boolean wouldLeaveTooLittle(int quarters) {
        return (roomTimeTaken + quarters) * 10 > roomTime * 9;
    }
}
