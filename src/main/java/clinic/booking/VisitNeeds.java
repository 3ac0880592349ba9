package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a visit of a kind takes: one clinician for its time and one room for its time and the cleaning after. The one
 * function that says who could have it, for offering a time and for booking it.
 */
record VisitNeeds(VisitRule rule, List<Resource> clinicians, List<Resource> rooms) {

    /** The room's span: the visit and the cleaning after. */
    QuarterHours roomSpan(Slot slot) {
        return slot.span().extendedBy(QuarterHours.quarters(rule.turnoverMinutes()));
    }

    boolean isFree(Slot slot, Loads loads) {
        return clinicians.stream().anyMatch(each -> loads.fits(slot.day(), each.id(), slot.span()))
                && rooms.stream().anyMatch(each -> loads.fits(slot.day(), each.id(), roomSpan(slot)));
    }

    /** Whether the time would be free had nobody taken anything: somebody is on shift and a room is open. */
    boolean isEverOpen(Slot slot, Loads loads) {
        return clinicians.stream()
                        .anyMatch(each -> loads.of(slot.day(), each.id()).couldFit(slot.span(), 1))
                && rooms.stream()
                        .anyMatch(each -> loads.of(slot.day(), each.id()).couldFit(roomSpan(slot), 1));
    }

    /**
     * One way to have the visit: the clinician with the least to do that day, in any free room. {@code turn} spreads
     * people who ask at the same moment over those who are equally free.
     */
    Optional<Placement> choose(Slot slot, Loads loads, int turn) {
        List<Resource> freeClinicians = clinicians.stream()
                .filter(each -> loads.fits(slot.day(), each.id(), slot.span()))
                .toList();
        List<Resource> freeRooms = rooms.stream()
                .filter(each -> loads.fits(slot.day(), each.id(), roomSpan(slot)))
                .toList();
        if (freeClinicians.isEmpty() || freeRooms.isEmpty()) {
            return Optional.empty();
        }
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
        return new VisitNeeds(
                rule, clinicians.stream().filter(each -> each.id() == clinician).toList(), rooms);
    }

    /** The same needs with one room or one clinician only; with none at all if it serves neither way. */
    VisitNeeds bound(long resource) {
        List<Resource> onlyClinician =
                clinicians.stream().filter(each -> each.id() == resource).toList();
        List<Resource> onlyRoom =
                rooms.stream().filter(each -> each.id() == resource).toList();
        return new VisitNeeds(
                rule, onlyRoom.isEmpty() ? onlyClinician : clinicians, onlyClinician.isEmpty() ? onlyRoom : rooms);
    }

    /** Everything a choice among them may touch on the day of a slot. */
    List<Claim> possibleClaims(Slot slot) {
        return Stream.concat(
                        clinicians.stream().map(each -> new Claim(slot.day(), each.id(), slot.span(), 1)),
                        rooms.stream().map(each -> new Claim(slot.day(), each.id(), roomSpan(slot), 1)))
                .toList();
    }

    Placement place(Slot slot, long clinician, long room) {
        List<Claim> claims = List.of(
                new Claim(slot.day(), clinician, slot.span(), 1), new Claim(slot.day(), room, roomSpan(slot), 1));
        return new Placement(slot, clinician, room, claims.stream().sorted().toList());
    }

    private static Resource inTurn(List<Resource> among, int turn) {
        return among.get(Math.floorMod(turn, among.size()));
    }
}
