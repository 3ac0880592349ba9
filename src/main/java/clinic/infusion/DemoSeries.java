package clinic.infusion;

import clinic.booking.DemonstrationDesk;
import clinic.booking.Edge;
import clinic.booking.FirstStartDesk;
import clinic.calendar.ClinicProfile;
import clinic.patient.PatientForm;
import clinic.patient.PatientRegister;
import clinic.planner.NoLegalPlan;
import clinic.planner.PlanDesk;
import clinic.planner.Proposal;
import clinic.planner.ProposalRequest;
import clinic.staff.Actor;
import clinic.staff.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A few made-up series for who tries the house out, planned and booked at the desks like anybody's. They are short and
 * end within the next four days on which somebody can be treated: later days stay free, and so does most of these.
 */
@ApplicationScoped
public class DemoSeries {
    private static final Actor FRONT_DESK = Actor.of("frontdesk", Role.FRONT_DESK, "");
    private static final Actor PRESCRIBER = Actor.of("prescriber", Role.PRESCRIBER, "");
    private static final int DAYS = 4;
    private static final int DAYS_TO_LOOK = 14;
    /** No plan reaches further. */
    private static final int LONGEST = 120;

    @Inject
    private PlanDesk plans;

    @Inject
    private SeriesDesk desk;

    @Inject
    private EligibilityDesk eligibilities;

    @Inject
    private FirstStartDesk first;

    @Inject
    private PatientRegister register;

    @Inject
    private ClinicProfile profile;

    @Inject
    private DemonstrationDesk people;

    /** One who waits for a decision, one planned, one not yet found eligible, and somebody who comes today. */
    public void bookSomeSeries() {
        LocalDate today = profile.today();
        List<LocalDate> open =
                List.copyOf(new TreeSet<>(plans.openDays(FRONT_DESK, today, today.plusDays(DAYS_TO_LOOK))));
        if (open.size() < DAYS) {
            return;
        }
        LocalDate last = open.get(DAYS - 1);
        LocalDate tomorrow = today.plusDays(1);
        series("Hannah Weiss", true, "PAIN_MID_3", today, last, LocalTime.of(9, 0))
                .filter(series -> isOn(series, today))
                .map(series -> series.visits().get(0).visit().id())
                .filter(visit ->
                        !people.stillToTake(visit, List.of(Edge.CHECK_IN)).isEmpty())
                .ifPresent(visit -> first.had(PRESCRIBER, visit));
        series("Renate Feldman", true, "BOOST_MOOD", today, today, LocalTime.of(14, 0));
        series("Omar Haddad", true, "PAIN_MID_3", tomorrow, last, LocalTime.of(13, 0));
        series("Leona Marsh", false, "PAIN_MID_3", tomorrow, last, LocalTime.of(10, 0));
    }

    /** The best plan within those days, booked; nothing if there is none. */
    private Optional<SeriesRecord> series(
            String name, boolean eligible, String protocol, LocalDate first, LocalDate last, LocalTime time) {
        String[] names = name.split(" ");
        String email = names[0].toLowerCase(Locale.ROOT) + "@example.org";
        long patient = people.record(email).orElseGet(() -> register.create(
                        FRONT_DESK, PatientForm.ofAdult(names[0], names[1], email, "818-555-0104", "en"))
                .card()
                .id());
        Optional<SeriesRecord> booked = people.visit(email)
                .flatMap(any -> desk.of(FRONT_DESK, patient).stream().findFirst());
        if (booked.isPresent()) {
            return booked;
        }
        if (eligible) {
            eligibilities.decide(PRESCRIBER, patient, true, Optional.empty());
        }
        return best(patient, protocol, first, last, time)
                .map(plan -> desk.book(
                        FRONT_DESK,
                        new SeriesBooking(
                                patient,
                                protocol,
                                plan.visits().stream()
                                        .map(visit -> new SeriesBooking.Wanted(
                                                visit.slot().startsAt(),
                                                OptionalLong.of(visit.room().id())))
                                        .toList()),
                        Optional.empty()));
    }

    private Optional<Proposal> best(long patient, String protocol, LocalDate first, LocalDate last, LocalTime time) {
        Set<LocalDate> later = new HashSet<>(
                last.plusDays(1).datesUntil(last.plusDays(LONGEST)).toList());
        try {
            return plans
                    .propose(
                            FRONT_DESK,
                            new ProposalRequest(
                                    patient,
                                    protocol,
                                    Optional.of(first),
                                    Set.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    later,
                                    Optional.of(time)))
                    .stream()
                    .findFirst();
        } catch (NoLegalPlan closed) {
            return Optional.empty();
        }
    }

    private static boolean isOn(SeriesRecord series, LocalDate day) {
        return series.visits().get(0).visit().slot().day().equals(day);
    }
}
