package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Load;
import clinic.capacity.Loads;
import clinic.capacity.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names what stands in the way of a visit at a time: which clinician or room is not there or taken, by the visit of what
 * time, and which other visit of hers lies across. It finds nothing exactly where {@link VisitNeeds#isFree} does. Pure.
 *
 * @param others the visits of the day, without the one that moves
 */
record Obstacles(VisitNeeds needs, Loads loads, List<Neighbour> others) {

    List<Refusal> to(Slot slot) {
        List<Refusal> refusals = new ArrayList<>();
        refusals.addAll(among(needs.clinicians(), needs.attended(slot), slot));
        refusals.addAll(among(needs.rooms(), needs.roomSpan(slot), slot));
        List<Refusal> ofPools = needs.shares().stream()
                .flatMap(share -> of(share, slot).stream())
                .toList();
        refusals.addAll(ofPools.isEmpty() ? nurses(slot) : ofPools);
        return refusals;
    }

    /** There are nurses enough, and still not one who could take it: why each of them cannot. */
    private List<Refusal> nurses(Slot slot) {
        if (loads.canBeNursed(needs.shared(slot))) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(Refusal.ofStart(
                                Reason.NO_NURSE_AVAILABLE,
                                Map.of(
                                        "from",
                                        slot.span().startsAt(),
                                        "to",
                                        slot.span().endsAt()))),
                        loads.againstNurses(needs.shared(slot)).stream()
                                .map(broken -> NurseRefusals.of(broken, Refusal.START, List.of())))
                .toList();
    }

    /** Nothing if any of them will do; otherwise why each of them will not. */
    private List<Refusal> among(List<Resource> candidates, QuarterHours span, Slot slot) {
        if (candidates.stream().anyMatch(each -> loads.fits(slot.day(), each.id(), span))) {
            return List.of();
        }
        if (candidates.isEmpty()) {
            return List.of(Refusal.of(Reason.NOT_THERE, Refusal.START));
        }
        return candidates.stream()
                .flatMap(each -> of(each, new Claim(slot.day(), each.id(), span, 1)))
                .toList();
    }

    /** Too few nurses there, or too many patients with them; said of the first quarter-hour where it is so. */
    private Optional<Refusal> of(Share share, Slot slot) {
        Claim wanted = share.of(slot);
        Load load = loads.of(wanted.day(), wanted.resource());
        return wanted.span()
                .quarters()
                .filter(quarter -> !load.fits(quarter, wanted.amount()))
                .findFirst()
                .map(quarter -> Refusal.ofStart(
                        load.couldFit(quarter, wanted.amount()) ? Reason.NURSES_BUSY : Reason.NO_NURSE,
                        Map.of("from", quarter.startsAt(), "pool", share.pool().kind())));
    }

    private Stream<Refusal> of(Resource resource, Claim wanted) {
        if (!loads.of(wanted.day(), wanted.resource()).couldFit(wanted.span(), wanted.amount())) {
            return Stream.of(
                    Refusal.ofStart(Reason.NOT_THERE, Map.of("name", resource.name(), "resource", resource.id())));
        }
        List<Refusal> taken = others.stream()
                .filter(other -> other.claim().resource() == wanted.resource()
                        && other.claim().day().equals(wanted.day())
                        && other.claim().span().overlaps(wanted.span()))
                .map(other -> Refusal.ofStart(
                        Reason.SLOT_TAKEN,
                        Map.of(
                                "name",
                                resource.name(),
                                "resource",
                                resource.id(),
                                "visit",
                                other.visit(),
                                "from",
                                other.slot().span().startsAt(),
                                "to",
                                other.slot().span().endsAt())))
                .toList();
        return taken.isEmpty() ? Stream.of(heldFor(resource)) : taken.stream();
    }

    /** Somebody fills the form for it at this moment. */
    private static Refusal heldFor(Resource resource) {
        return Refusal.ofStart(
                Reason.SLOT_TAKEN, Map.of("name", resource.name(), "resource", resource.id(), "held", true));
    }

    /** Her other treatment of the day: the clinic's page of rules, 3.2, allows one. */
    Optional<Refusal> another(long patient) {
        return others.stream()
                .filter(other ->
                        other.patient() == patient && other.kind().isInfusion() && other.status() != Status.NO_SHOW)
                .findFirst()
                .map(other -> Refusal.ofStart(
                        Reason.ONE_A_DAY,
                        Map.of(
                                "visit",
                                other.visit(),
                                "from",
                                other.slot().span().startsAt())));
    }

    /** Her own other visit across that time. */
    Optional<Refusal> busy(long patient, Slot slot) {
        return others.stream()
                .filter(other -> other.patient() == patient
                        && other.status() != Status.NO_SHOW
                        && other.slot().overlaps(slot))
                .findFirst()
                .map(other -> Refusal.ofStart(
                        Reason.PATIENT_BUSY,
                        Map.of(
                                "name",
                                other.kind(),
                                "visit",
                                other.visit(),
                                "from",
                                other.slot().span().startsAt(),
                                "to",
                                other.slot().span().endsAt())));
    }
}
