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
    private final Map<LocalDate, NursingLoad> nursing = new HashMap<>();
    private final NursingRows rows;

    Loads(NursingRows rows) {
        this.rows = rows;
    }

    /** A house without any day. */
    public static Loads none() {
        return new Loads(NursingRows.NONE);
    }

    void put(LocalDate day, long resource, Load load) {
        days.computeIfAbsent(day, any -> new HashMap<>()).put(resource, load);
    }

    void putNursing(LocalDate day, NursingLoad load) {
        nursing.put(day, load);
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

    /** The nurses of a day and the infusions they have to take. */
    public NursingLoad nursingOn(LocalDate day) {
        return nursing.getOrDefault(day, NursingLoad.NOTHING);
    }

    /**
     * Whether the infusion with those claims, and all others of its day, can have a nurse.
     *
     * @param claims of one visit; of one that is no infusion it is always so
     */
    public boolean canBeNursed(Collection<Claim> claims) {
        return rows.stays(Stay.NOT_BOOKED, claims).entrySet().stream()
                .allMatch(day -> nursingOn(day.getKey()).fit(day.getValue()));
    }

    /** What speaks against each nurse of the day; empty if no nurse comes, or if the infusion could have one. */
    public List<Broken> againstNurses(Collection<Claim> claims) {
        return rows.stays(Stay.NOT_BOOKED, claims).entrySet().stream()
                .flatMap(day -> day.getValue().stream().flatMap(stay -> nursingOn(day.getKey()).against(stay).stream()))
                .toList();
    }

    /**
     * Whether all claims fit together, also where several meet on one resource, and the infusion among them can have a
     * nurse.
     *
     * @param claims of one patient's visits
     */
    public boolean fit(Collection<Claim> claims) {
        Loads together = none();
        for (Claim claim : claims) {
            Load load = together.days.containsKey(claim.day())
                    ? together.days.get(claim.day()).getOrDefault(claim.resource(), of(claim.day(), claim.resource()))
                    : of(claim.day(), claim.resource());
            if (!load.fits(claim.span(), claim.amount())) {
                return false;
            }
            together.put(claim.day(), claim.resource(), load.holding(claim));
        }
        return canBeNursed(claims);
    }

    /**
     * The same loads with those claims given back: what a visit that moves finds.
     *
     * @param claims of one patient's visits
     */
    public Loads without(Collection<Claim> claims) {
        Loads after = copy();
        for (Claim claim : claims) {
            Map<Long, Load> day = after.days.get(claim.day());
            if (day != null) {
                day.computeIfPresent(claim.resource(), (resource, load) -> load.without(claim));
            }
        }
        after.nurseNoMore(claims);
        return after;
    }

    /**
     * The same loads with those claims promised to somebody.
     *
     * @param claims of one patient's visits
     */
    public Loads promising(Collection<Claim> claims) {
        Loads after = copy();
        claims.forEach(after::hold);
        after.nurse(claims);
        return after;
    }

    void nurse(Collection<Claim> claims) {
        rows.stays(Stay.NOT_BOOKED, claims)
                .forEach((day, more) -> nursing.computeIfPresent(day, (any, load) -> load.with(more)));
    }

    void nurseNoMore(Collection<Claim> claims) {
        rows.stays(Stay.NOT_BOOKED, claims)
                .forEach((day, gone) ->
                        gone.forEach(stay -> nursing.computeIfPresent(day, (any, load) -> load.without(stay))));
    }

    private Loads copy() {
        Loads copy = new Loads(rows);
        days.forEach((day, loads) -> copy.days.put(day, new HashMap<>(loads)));
        copy.nursing.putAll(nursing);
        return copy;
    }

    /** How many quarter-hours of that day are taken. */
    public int usedOn(LocalDate day, long resource) {
        return of(day, resource).used().sum();
    }

    public boolean fits(LocalDate day, long resource, QuarterHours span) {
        return of(day, resource).fits(span, 1);
    }
}
