package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.patient.Consent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A few made-up visits for who tries the house out, booked at the desk like anybody's, within the next five clinic days:
 * later days stay free.
 */
@ApplicationScoped
public class DemoClinic {
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

    @Inject
    private ClinicProfile profile;

    public void bookSomeVisits() {
        List<DayTimes> days = desk.days(profile.today(), DAYS_TO_LOOK, Optional.empty()).stream()
                .filter(day -> day.state() == DayTimes.State.FREE)
                .limit(CLINIC_DAYS)
                .toList();
        for (int person = 0; person < PEOPLE.size() && !days.isEmpty(); person++) {
            List<Slot> slots = days.get(person % days.size()).slots();
            book(PEOPLE.get(person), slots.get((3 + 5 * person) % slots.size()));
        }
    }

    private void book(String[] person, Slot slot) {
        VisitRequest.Person patient = new VisitRequest.Person(
                person[0],
                person[1],
                person[0].toLowerCase(Locale.ROOT).replace("ë", "e") + "@example.org",
                "818-555-0100",
                person[2],
                true,
                true);
        desk.book(
                new VisitRequest(
                        slot.startsAt(),
                        Optional.empty(),
                        patient,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Consent.Source.PAGE),
                Optional.empty());
    }
}
