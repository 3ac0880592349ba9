package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a visit takes: one clinician for her time, one room for its time and the cleaning after, and of the pools what a
 * treatment needs. The one function that says who could have it, for offering a time and for booking it.
 *
 * @param attendedFrom how many quarter-hours after its begin the clinician is needed
 */
record VisitNeeds(
        VisitRule rule, int attendedFrom, List<Resource> clinicians, List<Resource> rooms, List<Share> shares) {

    /** A conversation. */
    VisitNeeds(VisitRule rule, List<Resource> clinicians, List<Resource> rooms) {
        this(rule, 0, clinicians, rooms, List.of());
    }

    /** A treatment in one of the rooms, by the clinic's design, section 2. */
    static VisitNeeds of(
            VisitRule rule, Treatment treatment, List<Resource> rooms, Function<ResourceKind, Resource> pools) {
        int end = treatment.quarters();
        int recovery = end - treatment.recovery();
        List<Share> shares = List.of(
                new Share(pools.apply(ResourceKind.HANDS), 0, treatment.task(), 1),
                new Share(pools.apply(ResourceKind.HANDS), end - treatment.task(), end, 1),
                new Share(pools.apply(ResourceKind.HEADS), 0, end, 1),
                new Share(pools.apply(ResourceKind.CARE), 0, recovery, treatment.care()),
                new Share(pools.apply(ResourceKind.CARE), recovery, end, treatment.recoveryCare()));
        return new VisitNeeds(
                rule.lasting(treatment),
                treatment.prep(),
                List.of(pools.apply(ResourceKind.PRESCRIBER)),
                rooms,
                shares);
    }

    /** The room's span: the visit and the cleaning after. */
    QuarterHours roomSpan(Slot slot) {
        return slot.span().extendedBy(QuarterHours.quarters(rule.turnoverMinutes()));
    }

    /** The clinician's span. */
    QuarterHours attended(Slot slot) {
        return new QuarterHours(slot.span().start() + attendedFrom, slot.span().end());
    }

    boolean isFree(Slot slot, Loads loads) {
        return clinicians.stream().anyMatch(each -> loads.fits(slot.day(), each.id(), attended(slot)))
                && rooms.stream().anyMatch(each -> loads.fits(slot.day(), each.id(), roomSpan(slot)))
                && shares.stream().map(share -> share.of(slot)).allMatch(claim -> fits(claim, loads))
                && loads.canBeNursed(shared(slot));
    }

    /** What it takes of the pools. */
    List<Claim> shared(Slot slot) {
        return shares.stream().map(share -> share.of(slot)).toList();
    }

    private static boolean fits(Claim claim, Loads loads) {
        return loads.of(claim.day(), claim.resource()).fits(claim.span(), claim.amount());
    }

    /** Whether the time would be free had nobody taken anything: somebody is on shift and a room is open. */
    boolean isEverOpen(Slot slot, Loads loads) {
        return clinicians.stream()
                        .anyMatch(each -> loads.of(slot.day(), each.id()).couldFit(attended(slot), 1))
                && rooms.stream()
                        .anyMatch(each -> loads.of(slot.day(), each.id()).couldFit(roomSpan(slot), 1))
                && shares.stream().map(share -> share.of(slot)).allMatch(claim -> loads.of(
                                claim.day(), claim.resource())
                        .couldFit(claim.span(), claim.amount()));
    }

    /**
     * One way to have the visit: the clinician with the least to do that day, in any free room. {@code turn} spreads
     * people who ask at the same moment over those who are equally free.
     */
    Optional<Placement> choose(Slot slot, Loads loads, int turn) {
        if (!isFree(slot, loads)) {
            return Optional.empty();
        }
        List<Resource> freeClinicians = clinicians.stream()
                .filter(each -> loads.fits(slot.day(), each.id(), attended(slot)))
                .toList();
        List<Resource> freeRooms = rooms.stream()
                .filter(each -> loads.fits(slot.day(), each.id(), roomSpan(slot)))
                .toList();
        int least = freeClinicians.stream()
                .mapToInt(each -> loads.usedOn(slot.day(), each.id()))
                .min()
                .orElseThrow();
        List<Resource> leastBusy = freeClinicians.stream()
                .filter(each -> loads.usedOn(slot.day(), each.id()) == least)
                .toList();
        return Optional.of(place(
                slot, inTurn(leastBusy, turn).id(), inTurn(freeRooms, turn).id()));
    }

    /** The same needs with one clinician only. */
    VisitNeeds with(long clinician) {
        return of(clinicians.stream().filter(each -> each.id() == clinician).toList(), rooms);
    }

    /** The same needs with one room or one clinician only; with none at all if it serves neither way. */
    VisitNeeds bound(long resource) {
        List<Resource> onlyClinician =
                clinicians.stream().filter(each -> each.id() == resource).toList();
        List<Resource> onlyRoom =
                rooms.stream().filter(each -> each.id() == resource).toList();
        return of(onlyRoom.isEmpty() ? onlyClinician : clinicians, onlyClinician.isEmpty() ? onlyRoom : rooms);
    }

    private VisitNeeds of(List<Resource> fewerClinicians, List<Resource> fewerRooms) {
        return new VisitNeeds(rule, attendedFrom, fewerClinicians, fewerRooms, shares);
    }

    /** Everything a choice among them may look at. */
    Set<Long> resources() {
        return Stream.of(clinicians.stream(), rooms.stream(), shares.stream().map(Share::pool))
                .flatMap(Function.identity())
                .map(Resource::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything a choice among them may touch on the day of a slot. */
    List<Claim> possibleClaims(Slot slot) {
        return Stream.of(
                        clinicians.stream().map(each -> new Claim(slot.day(), each.id(), attended(slot), 1)),
                        rooms.stream().map(each -> new Claim(slot.day(), each.id(), roomSpan(slot), 1)),
                        shares.stream().map(share -> share.of(slot)))
                .flatMap(Function.identity())
                .toList();
    }

    Placement place(Slot slot, long clinician, long room) {
        List<Claim> claims = Stream.concat(
                        Stream.of(
                                new Claim(slot.day(), clinician, attended(slot), 1),
                                new Claim(slot.day(), room, roomSpan(slot), 1)),
                        shares.stream().map(share -> share.of(slot)))
                .sorted()
                .toList();
        return new Placement(slot, clinician, room, claims);
    }

    private static Resource inTurn(List<Resource> among, int turn) {
        return among.get(Math.floorMod(turn, among.size()));
    }
}
