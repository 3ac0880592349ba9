package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How full the house is: what offering reads without locks and booking reads under them. Both ask the same question. */
public final class Loads {
    private final Map<LocalDate, Map<Long, Load>> days = new HashMap<>();

    /** A house without any day. */
    public static Loads none() {
        return new Loads();
    }

    void put(LocalDate day, long resource, Load load) {
        days.computeIfAbsent(day, any -> new HashMap<>()).put(resource, load);
    }

    void hold(Claim claim) {
        Map<Long, Load> day = days.get(claim.day());
        if (day != null) {
            day.computeIfPresent(claim.resource(), (resource, load) -> load.holding(claim));
        }
    }

    /** The load of a resource on a day; a day not rolled out yet has no capacity. */
    public Load of(LocalDate day, long resource) {
        return days.getOrDefault(day, Map.of()).getOrDefault(resource, Load.NOTHING_THERE);
    }

    /** Whether all claims fit together, also where several meet on one resource. */
    public boolean fit(Collection<Claim> claims) {
        Loads together = new Loads();
        for (Claim claim : claims) {
            Load load = together.days.containsKey(claim.day())
                    ? together.days.get(claim.day()).getOrDefault(claim.resource(), of(claim.day(), claim.resource()))
                    : of(claim.day(), claim.resource());
            if (!load.fits(claim.span(), claim.amount())) {
                return false;
            }
            together.put(claim.day(), claim.resource(), load.holding(claim));
        }
        return true;
    }

    /** The same loads with those claims given back: what a visit that moves finds. */
    public Loads without(Collection<Claim> claims) {
        Loads after = new Loads();
        days.forEach((day, loads) -> loads.forEach((resource, load) -> after.put(day, resource, load)));
        for (Claim claim : claims) {
            Map<Long, Load> day = after.days.get(claim.day());
            if (day != null) {
                day.computeIfPresent(claim.resource(), (resource, load) -> load.without(claim));
            }
        }
        return after;
    }

    /** The same loads with those claims promised to somebody. */
    public Loads promising(Collection<Claim> claims) {
        Loads after = without(List.of());
        claims.forEach(after::hold);
        return after;
    }

    /** How many quarter-hours of that day are taken. */
    public int usedOn(LocalDate day, long resource) {
        return of(day, resource).used().sum();
    }

    public boolean fits(LocalDate day, long resource, QuarterHours span) {
        return of(day, resource).fits(span, 1);
    }
}
