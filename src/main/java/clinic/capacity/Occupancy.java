package clinic.capacity;

import java.time.LocalDate;
import java.util.List;

/**
 * How full the house is on one day, by quarter-hour: so many rooms of those that are there, and so much of the nurses'
 * care.
 *
 * @param rooms those asked about
 */
public record Occupancy(LocalDate day, List<Load> rooms, Load care) {
    public Occupancy {
        rooms = List.copyOf(rooms);
    }

    /** Rooms somebody could be in then. */
    public int roomsThere(int quarter) {
        return rooms.stream().mapToInt(room -> room.capacity().at(quarter)).sum();
    }

    /** Rooms in use or being cleaned then. */
    public int roomsUsed(int quarter) {
        return rooms.stream().mapToInt(room -> room.used().at(quarter)).sum();
    }
}
