package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nurses of one day and the infusions they have to take: whether all of them can be assigned, by what one nurse can
 * do ({@link Ratio}). It is the one function that decides for planner, booking, moves, rescheduling and the audit. What
 * was decided by hand does not count here, for it is free to change. Where not everybody can be assigned, who booked
 * first keeps the time, and the others are affected. A value that remembers what it found; not for two threads at once.
 */
public final class NursingLoad {
    /** No nurse comes, and nobody is to be nursed. */
    public static final NursingLoad NOTHING = new NursingLoad(List.of(), List.of());

    private static final Comparator<Stay> AS_BOOKED =
            Comparator.comparing((Stay stay) -> stay.visit() == Stay.NOT_BOOKED).thenComparingLong(Stay::visit);

    private final List<Nurse> nurses;
    private final List<Stay> stays;
    private final List<Begun> begun;
    private final List<Charge> kept = new ArrayList<>();
    private final Map<Integer, List<Answer>> answers = new HashMap<>();
    private NurseAssignment assigned;

    /** Whether one more could be assigned; what asks for no more than one that could be can be too. */
    private record Answer(Stay stay, boolean fits) {
        boolean settles(Stay other) {
            return stay.span().end() == other.span().end()
                    && (fits ? other.care().isWithin(stay.care()) : stay.care().isWithin(other.care()));
        }
    }

    /** A visit that has begun, and its nurses: they stay, and it comes before all that was booked earlier. */
    record Begun(long visit, OptionalLong nurse, OptionalLong next) {}

    NursingLoad(Collection<Nurse> nurses, Collection<Stay> stays) {
        this(nurses, stays, List.of());
    }

    /**
     * @param nurses of the house; those who do not come that day are left out
     */
    NursingLoad(Collection<Nurse> nurses, Collection<Stay> stays, Collection<Begun> begun) {
        this.nurses = nurses.stream()
                .filter(nurse -> nurse.shift().isPresent())
                .sorted(Comparator.comparingLong(Nurse::id))
                .toList();
        this.stays = List.copyOf(stays);
        this.begun = List.copyOf(begun);
        begun.forEach(this::keep);
    }

    private void keep(Begun each) {
        find(each.nurse())
                .flatMap(first -> stays.stream()
                        .filter(stay -> stay.visit() == each.visit())
                        .findFirst()
                        .map(stay -> find(each.next())
                                .map(next -> Charge.of(stay, first, next))
                                .orElseGet(() -> Charge.of(stay, first))))
                .filter(charge -> {
                    List<Charge> with = new ArrayList<>(kept);
                    with.add(charge);
                    return new Ratio(nurses).holds(with, charge.stay().span());
                })
                .ifPresent(kept::add);
    }

    private Optional<Nurse> find(OptionalLong id) {
        return nurses.stream()
                .filter(nurse -> id.isPresent() && nurse.id() == id.getAsLong())
                .findFirst();
    }

    /** Those who come that day, by id. */
    public List<Nurse> nurses() {
        return nurses;
    }

    List<Stay> stays() {
        return stays;
    }

    NursingLoad with(Collection<Stay> more) {
        List<Stay> all = new ArrayList<>(stays);
        all.addAll(more);
        return new NursingLoad(nurses, all, begun);
    }

    /** Without one stay like it; the same load if there is none. */
    NursingLoad without(Stay gone) {
        Optional<Stay> same = stays.stream()
                .filter(stay -> stay.isLike(gone))
                .max(Comparator.comparing(stay -> stay.visit() == gone.visit()));
        if (same.isEmpty()) {
            return this;
        }
        List<Stay> left = new ArrayList<>(stays);
        left.remove(same.get());
        return new NursingLoad(nurses, left, begun);
    }

    /** Whether one more can be assigned, all that can be now included, each to whomever it takes. */
    public boolean fits(Stay stay) {
        List<Answer> sameStart = answers.computeIfAbsent(stay.span().start(), any -> new ArrayList<>(2));
        for (Answer answer : sameStart) {
            if (answer.settles(stay)) {
                return answer.fits();
            }
        }
        Answer answer = new Answer(stay, assigned().fits(stay));
        sameStart.add(answer);
        return answer.fits();
    }

    /** Whether all of them can be assigned together. */
    boolean fit(List<Stay> more) {
        NursingLoad with = this;
        for (Stay stay : more) {
            if (!with.fits(stay)) {
                return false;
            }
            with = with.with(List.of(stay));
        }
        return true;
    }

    /** The visits no nurse can take: the latest booked, until the rest can be assigned. */
    public Set<Long> affected() {
        Set<Long> affected = new HashSet<>();
        stays.forEach(stay -> affected.add(stay.visit()));
        assigned().charges().forEach(charge -> affected.remove(charge.stay().visit()));
        return affected;
    }

    /** For each nurse the first rule in the way of one more stay, all others having the nurses they could have. */
    public List<Broken> against(Stay stay) {
        Ratio ratio = new Ratio(nurses);
        List<Broken> against = new ArrayList<>();
        for (Nurse nurse : nurses) {
            List<Charge> all = new ArrayList<>(assigned().charges());
            all.add(Charge.of(stay, nurse));
            QuarterHours span = stay.span();
            ratio.broken(all, span).stream()
                    .filter(broken -> broken.nurse().id() == nurse.id() || broken.rule() == Broken.Rule.BREAK_UNCOVERED)
                    .findFirst()
                    .ifPresent(against::add);
        }
        return against;
    }

    /** A nurse for each of those that can be assigned. */
    private NurseAssignment assigned() {
        if (assigned == null) {
            Set<Long> first = begun.stream().map(Begun::visit).collect(Collectors.toSet());
            List<Stay> open = new ArrayList<>(stays);
            kept.forEach(charge -> open.remove(charge.stay()));
            open.sort(Comparator.comparing((Stay stay) -> !first.contains(stay.visit()))
                    .thenComparing(AS_BOOKED));
            assigned = NurseAssignment.of(nurses, kept, open);
        }
        return assigned;
    }

    /**
     * A nurse for each stay; where there is no way for all of them, for those that come first in the list. Of the ways
     * that do as well, each takes the nurse with the least to do that day, and one nurse rather than two.
     *
     * @param nurses those who come that day
     * @param pinned what is decided already, together within the ratio
     * @return the pinned and the new
     */
    public static List<Charge> assign(List<Nurse> nurses, Collection<Charge> pinned, List<Stay> inOrder) {
        return NurseAssignment.of(nurses, pinned, inOrder).charges();
    }
}
