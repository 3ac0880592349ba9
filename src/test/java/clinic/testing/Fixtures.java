package clinic.testing;

import clinic.booking.VisitRequest;
import clinic.patient.Consent;
import java.time.LocalDateTime;
import java.util.Optional;

/** The vocabulary of the tests. */
public final class Fixtures {
    private Fixtures() {}

    public static VisitRequest.Person ana() {
        return new VisitRequest.Person("Ana", "Ruiz", "ana@example.org", "818-555-0142", "en", true, true);
    }

    public static VisitRequest aRequest(LocalDateTime start) {
        return aRequest(start, ana());
    }

    public static VisitRequest aRequest(LocalDateTime start, VisitRequest.Person person) {
        return new VisitRequest(
                start, Optional.empty(), person, Optional.empty(), Optional.empty(), true, Consent.Source.API);
    }

    public static VisitRequest under(String hold, VisitRequest request) {
        return new VisitRequest(
                request.start(),
                Optional.of(hold),
                request.patient(),
                request.onBehalfOf(),
                request.intake(),
                request.privacyRead(),
                request.source());
    }
}
