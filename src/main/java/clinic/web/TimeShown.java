package clinic.web;

import clinic.calendar.Slot;
import java.time.LocalDateTime;

/**
 * A time as its button carries it, with what it was shown for: {@code 2026-12-17T14:00|EVALUATION|3|}.
 *
 * @param kind of visit; empty where that cannot be chosen
 * @param room that was chosen; empty for any
 * @param how it was shown: as the button of the form itself, in the list of the day, or among those nearby
 */
record TimeShown(LocalDateTime start, String kind, String room, Place how) {
    enum Place {
        ITSELF,
        LIST,
        NEARBY
    }

    static TimeShown read(String written) {
        String[] parts = written.split("\\|", -1);
        return new TimeShown(
                Starts.read(parts[0]),
                parts.length > 1 ? parts[1] : "",
                parts.length > 2 ? parts[2] : "",
                parts.length > 3 ? place(parts[3]) : Place.LIST);
    }

    private static Place place(String name) {
        return name.equals(Place.ITSELF.name())
                ? Place.ITSELF
                : name.equals(Place.NEARBY.name()) ? Place.NEARBY : Place.LIST;
    }

    static String written(Slot slot, String context) {
        return slot.startsAt() + context;
    }

    static String context(String kind, String room, Place how) {
        return "|" + kind + "|" + room + "|" + how;
    }

    /** Whether the fields say the same; of a list its day, of one nearby only what it is for. */
    boolean isSaidBy(String day, String at, String itsKind, String itsRoom) {
        boolean sameDay = how == Place.NEARBY || start.toLocalDate().toString().equals(day);
        boolean sameTime = how != Place.ITSELF || isAt(day + "T" + at);
        return sameDay && sameTime && kind.equals(itsKind) && room.equals(itsRoom);
    }

    private boolean isAt(String typed) {
        return Starts.find(typed).filter(start::equals).isPresent();
    }
}
