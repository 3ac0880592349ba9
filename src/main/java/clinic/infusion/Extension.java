package clinic.infusion;

import clinic.booking.CourseBook;
import clinic.booking.CourseChange;
import clinic.booking.CourseVisit;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Treatment;
import clinic.patient.Patient;
import clinic.planner.Planning;
import clinic.planner.SeriesPlan;
import clinic.protocol.Protocol;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Adds a visit at the end of a series, as near to the target gap as the house allows. */
@ApplicationScoped
class Extension {
    /** The clinic's page of rules, 3.2 and 12. */
    private static final int MOST_VISITS = 10;

    @Inject
    private SeriesShelf shelf;

    @Inject
    private Planning planning;

    @Inject
    private CourseBook book;

    @Inject
    private Event<Object> happened;

    void extend(Actor actor, Patient patient, Series series, Optional<String> why) {
        Protocol protocol = shelf.protocol(series);
        List<SeriesLife.Standing> visits = shelf.standing(series);
        int no = visits.size() + 1;
        if (no > MOST_VISITS) {
            throw SeriesDesk.refused(
                    new Refusal(Reason.OUT_OF_RANGE, "visits", Map.of("least", 1, "most", MOST_VISITS)));
        }
        LocalDate last = visits.stream()
                .filter(visit -> !visit.isGone())
                .map(SeriesLife.Standing::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        SeriesPlan.Planned found = planning.oneMore(patient.id(), protocol, last, book.usualStart(series.id()))
                .orElseThrow(() -> SeriesDesk.refused(Refusal.of(Reason.NO_LEGAL_PLAN, "visits")));
        book.lengthen(series.id(), no);
        Treatment treatment = protocol.treatment();
        CourseChange.Made made = new CourseChange.Made(
                new CourseVisit(series.id(), no, no),
                treatment,
                found.slot().startsAt(),
                OptionalLong.of(found.room()));
        series.acceptGaps(Set.of(no));
        List<CourseBook.Outcome> booked = book.carryOut(actor, CourseChange.making(patient.id(), List.of(made)), why);
        booked.forEach(each -> series.add(each.no(), each.notice().visit(), Commitment.FIRM));
        series.replanned();
        happened.fire(new InfusionEvents.SeriesChanged(
                series.id(),
                series.revision(),
                book.toCome(series.id()),
                booked.stream().map(CourseBook.Outcome::notice).toList(),
                List.of()));
    }
}
