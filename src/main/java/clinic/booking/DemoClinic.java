package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.patient.Consent;
import clinic.patient.PatientForm;
import clinic.patient.PatientRegister;
import clinic.staff.Actor;
import clinic.staff.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A few made-up visits for who tries the house out, booked at the desk like anybody's, within the next five clinic days:
 * later days stay free.
 */
@ApplicationScoped
public class DemoClinic {
    private static final Actor FRONT_DESK = Actor.of("frontdesk", Role.FRONT_DESK, "");
    private static final Actor NURSE = Actor.of("nurse", Role.NURSE, "");
    private static final int CLINIC_DAYS = 5;
    private static final int DAYS_TO_LOOK = 14;
    private static final List<String[]> PEOPLE = List.of(
            new String[] {"Ana", "Ruiz", "es"},
            new String[] {"Marcus", "Webb", "en"},
            new String[] {"Yuki", "Tanaka", "en"},
            new String[] {"Dolores", "Peña", "es"},
            new String[] {"Sam", "O'Neill", "en"},
            new String[] {"Zoë", "Lindqvist", "en"},
            new String[] {"Walter", "Kowalski", "en"},
            new String[] {"Mai", "Nguyen", "en"});

    @Inject
    private ConsultationDesk desk;

    /** Who is here today already, and how far along; the last one is expected. */
    private static final Map<String, List<Edge>> TODAY = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "Agnes Bell", List.of(Edge.CHECK_IN, Edge.START, Edge.COMPLETE),
            "Bruno Costa", List.of(Edge.CHECK_IN, Edge.START),
            "Carmen Díaz", List.of(Edge.CHECK_IN),
            "Dev Patel", List.of(Edge.CONFIRM))));

    @Inject
    private StaffBookingDesk staffDesk;

    @Inject
    private VisitDesk visits;

    @Inject
    private PatientRegister register;

    @Inject
    private CallRequestDesk calls;

    @Inject
    private DemonstrationDesk people;

    @Inject
    private ClinicProfile profile;

    public void bookSomeVisits() {
        List<DayTimes> days = desk.days(profile.today(), DAYS_TO_LOOK, Optional.empty()).stream()
                .filter(day -> day.state() == DayTimes.State.FREE)
                .limit(CLINIC_DAYS)
                .toList();
        for (int person = 0; person < PEOPLE.size() && !days.isEmpty(); person++) {
            List<Slot> slots = days.get(person % days.size()).slots();
            book(PEOPLE.get(person), slots.get((3 + 5 * person) % slots.size()), List.of());
        }
        beginTheDay();
        if (days.size() > 1) {
            leaveSomeWork(days.get(1));
        }
    }

    /** Visits of today in different states, if the clinic still has times today. */
    private void beginTheDay() {
        for (Map.Entry<String, List<Edge>> person : TODAY.entrySet()) {
            Optional<Long> booked = people.visit(email(person.getKey().split(" ")[0]));
            booked.or(() -> nextToday(person.getKey())
                            .map(booking -> staffDesk.book(FRONT_DESK, booking).id()))
                    .ifPresent(visit -> people.stillToTake(visit, person.getValue())
                            .forEach(edge -> visits.step(
                                    edge.task().isFor(Role.FRONT_DESK) ? FRONT_DESK : NURSE,
                                    visit,
                                    edge,
                                    Grounds.NONE,
                                    OptionalInt.empty())));
        }
    }

    private Optional<StaffBooking> nextToday(String name) {
        StaffBooking today = booking(name, profile.today().atStartOfDay());
        return staffDesk.free(FRONT_DESK, today).stream().findFirst().map(slot -> booking(name, slot.startsAt()));
    }

    private static StaffBooking booking(String name, LocalDateTime start) {
        String[] names = name.split(" ");
        PatientForm patient = PatientForm.ofAdult(names[0], names[1], email(names[0]), "818-555-0101", "en");
        return new StaffBooking(
                OptionalLong.empty(),
                Optional.of(patient),
                VisitKind.CONSULTATION,
                start,
                OptionalLong.empty(),
                Optional.empty());
    }

    /** A visit to review, somebody to call, and a letter that reaches nobody. */
    private void leaveSomeWork(DayTimes day) {
        List<Slot> slots = day.slots();
        book(new String[] {"Vera", "Salazar", "en"}, slots.get(slots.size() - 2), List.of("RF_CANCER"));
        if (!people.waitsForCall("Peter Novak")) {
            calls.callMe(
                    new CallRequestDesk.CallMe("Peter Novak", "818-555-0102", "en", "Only late afternoons."),
                    Optional.empty());
        }
        if (people.visit("olga@post.invalid").isPresent()) {
            return;
        }
        long lost = people.record("olga@post.invalid").orElseGet(() -> register.create(
                        FRONT_DESK, PatientForm.ofAdult("Olga", "Marsh", "olga@post.invalid", "818-555-0103", "en"))
                .card()
                .id());
        staffDesk.book(
                FRONT_DESK,
                StaffBooking.of(
                        lost,
                        VisitKind.CONSULTATION,
                        slots.get(slots.size() - 1).startsAt()));
    }

    private static String email(String firstName) {
        return firstName.toLowerCase(Locale.ROOT).replace("ë", "e") + "@example.org";
    }

    private void book(String[] person, Slot slot, List<String> redFlags) {
        if (people.visit(email(person[0])).isPresent()) {
            return;
        }
        VisitRequest.Person patient =
                new VisitRequest.Person(person[0], person[1], email(person[0]), "818-555-0100", person[2], true, true);
        desk.book(
                new VisitRequest(
                        slot.startsAt(),
                        Optional.empty(),
                        patient,
                        Optional.empty(),
                        redFlags.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new VisitRequest.IntakeAnswers(
                                        Optional.empty(), Optional.of(6), List.of(), redFlags, Optional.empty())),
                        true,
                        Consent.Source.PAGE),
                Optional.empty());
    }
}
