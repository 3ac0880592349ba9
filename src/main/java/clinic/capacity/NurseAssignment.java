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
 * on, for no other matters. Not for two threads at once.
 */
final class NurseAssignment {
    private final List<Charge> pinned;
    private final NurseTable table;
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

    /** Whether one more could be had. */
    boolean fits(Stay stay) {
        NurseTable.Way[] ways = table.ways(stay);
        for (NurseTable.Way way : ways) {
            if (table.put(way)) {
                table.take(way);
                return true;
            }
        }
        return ways.length > 0 && anew(ways, across(stay)).isPresent();
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
        if (!table.put(way)) {
            throw new IllegalStateException(way + " breaks a rule");
        }
        made.add(way);
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
                made.removeIf(way -> across.stream().anyMatch(each -> each == way));
                found.forEach(this::put);
            });
        }
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
