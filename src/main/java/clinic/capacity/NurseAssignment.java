package clinic.capacity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stays of a day with a nurse each, as they were found; grows by one stay after the other. One more is put beside the
 * others if it fits as they are; otherwise those are assigned anew that lie across it, or across one that does, and so
 * on, for no other matters. Other ways found on the way are kept, for the next one asked about often fits into one of
 * them. Not for two threads at once.
 */
final class NurseAssignment {
    private static final int MOST_OTHER_WAYS = 6;

    private final List<Charge> pinned;
    private final NurseTable table;
    private final List<NurseTable> otherTables = new ArrayList<>();
    private final List<NurseTable.Way> made = new ArrayList<>();
    private final Map<NurseTable.Way, NurseTable.Way[]> others = new IdentityHashMap<>();

    private NurseAssignment(NurseTable like, Collection<Charge> pinned) {
        this.pinned = List.copyOf(pinned);
        this.table = like.emptied();
        pinned.forEach(table::pin);
    }

    /** Of all of them together; where there is no way, of those that come first in the list. */
    static NurseAssignment of(List<Nurse> nurses, Collection<Charge> pinned, List<Stay> inOrder) {
        NurseAssignment assignment = new NurseAssignment(new NurseTable(nurses), pinned);
        if (!assignment.addTogether(inOrder)) {
            inOrder.forEach(assignment::add);
        }
        return assignment;
    }

    List<Charge> charges() {
        List<Charge> charges = new ArrayList<>(pinned);
        made.forEach(way -> charges.add(way.charge()));
        return charges;
    }

    /** Whether one more could be had. Asked when all are in. */
    boolean fits(Stay stay) {
        if (table.hasRoomAtOnce(stay)) {
            return true;
        }
        for (NurseTable other : otherTables) {
            if (other.hasRoomAtOnce(stay)) {
                return true;
            }
        }
        NurseTable.Way[] ways = table.ways(stay);
        for (NurseTable.Way way : ways) {
            if (table.put(way)) {
                table.take(way);
                return true;
            }
        }
        return ways.length > 0 && fitsAnew(stay, ways);
    }

    private boolean fitsAnew(Stay stay, NurseTable.Way[] ways) {
        List<NurseTable.Way> across = across(stay);
        Optional<List<NurseTable.Way>> found = anew(ways, across);
        if (found.isPresent() && otherTables.size() < MOST_OTHER_WAYS) {
            NurseTable other = table.pinned();
            made.stream().filter(way -> !isAmong(across, way)).forEach(way -> put(way, other));
            found.get().stream().filter(way -> way.stay() != stay).forEach(way -> put(way, other));
            otherTables.add(other);
        }
        return found.isPresent();
    }

    private boolean addTogether(List<Stay> stays) {
        List<NurseTable.Way[]> all = new ArrayList<>();
        for (Stay stay : stays) {
            NurseTable.Way[] ways = table.ways(stay);
            if (ways.length == 0) {
                return false;
            }
            all.add(ways);
        }
        Optional<List<NurseTable.Way>> found = new NurseSearch(table.pinned(), all).find();
        found.ifPresent(ways -> ways.forEach(this::put));
        return found.isPresent();
    }

    private void put(NurseTable.Way way) {
        put(way, table);
        made.add(way);
    }

    private static void put(NurseTable.Way way, NurseTable table) {
        if (!table.put(way)) {
            throw new IllegalStateException(way + " breaks a rule");
        }
    }

    private void add(Stay stay) {
        NurseTable.Way[] ways = table.ways(stay);
        for (NurseTable.Way way : ways) {
            if (table.put(way)) {
                made.add(way);
                return;
            }
        }
        if (ways.length > 0) {
            List<NurseTable.Way> across = across(stay);
            anew(ways, across).ifPresent(found -> {
                across.forEach(table::take);
                made.removeIf(way -> isAmong(across, way));
                found.forEach(this::put);
            });
        }
    }

    private static boolean isAmong(List<NurseTable.Way> some, NurseTable.Way way) {
        return some.stream().anyMatch(each -> each == way);
    }

    private List<NurseTable.Way> across(Stay stay) {
        int from = stay.span().start();
        int to = stay.span().end();
        List<NurseTable.Way> left = new ArrayList<>(made);
        List<NurseTable.Way> across = new ArrayList<>();
        for (boolean more = true; more; ) {
            more = false;
            for (int index = left.size() - 1; index >= 0; index--) {
                Stay other = left.get(index).stay();
                if (other.span().start() < to && other.span().end() > from) {
                    from = Math.min(from, other.span().start());
                    to = Math.max(to, other.span().end());
                    across.add(left.remove(index));
                    more = true;
                }
            }
        }
        return across;
    }

    /** All of those, and one more. */
    private Optional<List<NurseTable.Way>> anew(NurseTable.Way[] ways, List<NurseTable.Way> across) {
        List<NurseTable.Way[]> wanted = new ArrayList<>();
        across.forEach(way -> wanted.add(others.computeIfAbsent(way, any -> table.ways(way.stay()))));
        wanted.add(ways);
        return new NurseSearch(table.pinned(), wanted).find();
    }
}
