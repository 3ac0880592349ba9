package clinic.nursing;

import clinic.booking.BookingRefused;
import clinic.booking.NurseRefusals;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.UnknownVisit;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.Charge;
import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.capacity.Nurse;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.capacity.Stay;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where nurses are put in charge of visits. Everybody who does it takes the row of the nurses' hands of that day, which
 * bookings, moves and cancellations of infusions take too, and reads after: of two who would bring a nurse past what she
 * can do, one is refused.
 */
@Retried
@ApplicationScoped
public class NursingDesk {
    private static final String APPOINTMENT = "APPOINTMENT";
    private static final String NURSE = "nurse";
    private static final QuarterHours ANY = new QuarterHours(0, 1);

    @Inject
    private NursingBook book;

    @Inject
    private Ledger ledger;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /** What is decided for a day, and what the house suggests for the rest. */
    @Transactional
    public NursingDay on(Actor actor, LocalDate day) {
        actor.must(Task.READ);
        return book.on(day);
    }

    /** Decides all that is suggested. */
    @Transactional
    public NursingDay accept(Actor actor, LocalDate day) {
        actor.must(Task.WRITE);
        lock(day);
        book.on(day).visits().stream()
                .filter(each -> !each.kept())
                .flatMap(each -> each.charge().stream())
                .forEach(charge -> decide(actor, charge));
        return book.on(day);
    }

    /**
     * Puts a nurse in charge of a visit, whoever had it before.
     *
     * @param next who takes over if she leaves before the visit ends; where that is needed and nobody is named, a
     *     colleague who can
     */
    @Transactional
    public NursingDay assign(Actor actor, long visit, long nurse, OptionalLong next) {
        actor.must(Task.WRITE);
        LocalDate day = lockedDay(visit);
        NursingDay before = book.on(day);
        Stay stay = before.of(visit).orElseThrow(UnknownVisit::new).stay();
        Nurse first = nurse(before, nurse, NURSE);
        List<Charge> others = before.keptBut(visit);
        List<Charge> ways = next.isPresent()
                ? List.of(Charge.of(stay, first, nurse(before, next.getAsLong(), "next")))
                : Charge.all(stay, first, before.nurses()).toList();
        Charge charge = ways.stream()
                .filter(way -> before.assignment().allows(others, way))
                .min(Comparator.comparing(way -> way.next().isPresent()))
                .orElseThrow(() -> refused(before, others, ways));
        decide(actor, charge);
        return book.on(day);
    }

    /** Takes the nurse off a visit again. */
    @Transactional
    public NursingDay clear(Actor actor, long visit) {
        actor.must(Task.WRITE);
        LocalDate day = lockedDay(visit);
        book.on(day).of(visit).orElseThrow(UnknownVisit::new);
        book.forget(visit);
        deeds.fire(Deed.done(actor, "CLEAR_NURSE", APPOINTMENT, visit));
        return book.on(day);
    }

    private LocalDate lockedDay(long visit) {
        LocalDate day = book.dayOf(visit).orElseThrow(UnknownVisit::new);
        lock(day);
        return day;
    }

    private void lock(LocalDate day) {
        ledger.lock(List.of(new Claim(day, resources.pool(ResourceKind.HANDS).id(), ANY, 1)), Ledger.NO_HOLD);
    }

    private void decide(Actor actor, Charge charge) {
        book.write(new VisitNurse(charge, actor.name(), profile.now().toInstant()));
        deeds.fire(Deed.done(actor, "ASSIGN_NURSE", APPOINTMENT, charge.stay().visit()));
    }

    private static Nurse nurse(NursingDay day, long id, String field) {
        return NursingDay.find(day.nurses(), id)
                .orElseThrow(() -> new BookingRefused(List.of(Refusal.of(Reason.UNKNOWN_RESOURCE, field)), List.of()));
    }

    /** Every rule it would break, or whom it would leave without a nurse; and who could have the visit instead. */
    private static BookingRefused refused(NursingDay day, List<Charge> others, List<Charge> ways) {
        Assignment assignment = day.assignment();
        Stay stay = ways.get(0).stay();
        List<Nurse> possible = day.nurses().stream()
                .filter(nurse -> Charge.all(stay, nurse, day.nurses()).anyMatch(way -> assignment.allows(others, way)))
                .toList();
        return new BookingRefused(
                ways.stream()
                        .filter(way -> assignment.holds(others, way))
                        .findFirst()
                        .map(way -> assignment.left(others, way).stream()
                                .map(left -> needed(way.first(), left, possible))
                                .toList())
                        .orElseGet(() -> day.ratio().broken(NursingDay.with(others, ways.get(0)), stay.span()).stream()
                                .map(broken -> NurseRefusals.of(broken, NURSE, possible))
                                .distinct()
                                .toList()),
                List.of());
    }

    private static Refusal needed(Nurse nurse, Stay left, List<Nurse> possible) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("nurse", nurse.name(), "from", left.span().startsAt()));
        if (!possible.isEmpty()) {
            facts.put("name", possible.stream().map(Nurse::name).toList());
        }
        return new Refusal(Reason.NURSE_NEEDED, NURSE, facts);
    }
}
