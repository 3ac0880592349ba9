package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.CourseRefused;
import clinic.booking.UnknownVisit;
import clinic.calendar.ClinicProfile;
import clinic.capacity.UnknownResource;
import clinic.care.UnknownTreatment;
import clinic.house.UnknownClosure;
import clinic.infusion.UnknownSeries;
import clinic.notification.UnknownMessage;
import clinic.patient.PatientRefused;
import clinic.patient.UnknownPatient;
import clinic.planner.NoLegalPlan;
import clinic.platform.DatabaseTrouble;
import clinic.platform.FailureLog;
import clinic.protocol.UnknownProtocol;
import clinic.security.NotSignedIn;
import clinic.staff.Deed;
import clinic.staff.NotAllowed;
import clinic.staff.StaffTexts;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;

/** Whatever goes wrong at this door leaves it as a problem: never a stack trace, never a page. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Context
    private HttpHeaders headers;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    @Override
    public Response toResponse(Throwable failure) {
        Locale locale = SpokenLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .locale();
        if (failure instanceof WebApplicationException known) {
            return ofServer(known.getResponse(), failure, locale);
        }
        if (failure instanceof NoLegalPlan none) {
            return SeriesProblems.response(none, locale);
        }
        return problem(failure, locale).response();
    }

    private Problem problem(Throwable failure, Locale locale) {
        if (failure instanceof BookingRefused refused) {
            return Refusals.problem(refused, profile.zone(), locale);
        }
        if (failure instanceof CourseRefused refused) {
            return Refusals.problem(refused, profile.zone(), locale);
        }
        if (failure instanceof NotSignedIn) {
            return Problem.of(Fault.NOT_SIGNED_IN, locale);
        }
        if (failure instanceof NotAllowed no) {
            deeds.fire(Deed.refused(no.actor(), "DENIED", no.task().name(), ""));
            return Problem.of(Fault.NOT_ALLOWED, locale).detail(StaffTexts.refused(Optional.of(no), locale));
        }
        if (failure instanceof PatientRefused refused) {
            return Refusals.problem(BookingRefused.of(refused), profile.zone(), locale);
        }
        if (failure instanceof UnknownPatient
                || failure instanceof UnknownResource
                || failure instanceof UnknownMessage) {
            return Problem.of(Fault.UNKNOWN, locale);
        }
        if (failure instanceof UnknownVisit
                || failure instanceof UnknownClosure
                || failure instanceof UnknownProtocol
                || failure instanceof UnknownTreatment
                || failure instanceof UnknownSeries) {
            return Problem.of(Fault.UNKNOWN, locale);
        }
        if (failure instanceof MalformedJson) {
            return Problem.of(Fault.MALFORMED_JSON, locale);
        }
        if (failure instanceof BodyTooLarge) {
            return Problem.of(Fault.TOO_LARGE, locale);
        }
        if (failure instanceof ParameterRefused refused) {
            return Problem.of(Fault.INVALID_PARAMETER, locale)
                    .violations(Refusals.violations(refused.refusals(), locale));
        }
        DatabaseTrouble trouble = DatabaseTrouble.of(failure);
        return trouble == DatabaseTrouble.NONE
                ? Problem.of(Fault.INTERNAL_ERROR, locale).reference(FailureLog.write(failure))
                : Problem.of(trouble, locale);
    }

    /** The server's own refusals keep what they tell of: which methods are allowed, where to go. */
    private Response ofServer(Response theirs, Throwable failure, Locale locale) {
        if (theirs.getStatus() < 400) {
            return theirs;
        }
        Fault fault = Fault.of(theirs.getStatus());
        Problem problem = Problem.of(fault, locale);
        Response ours =
                (fault == Fault.INTERNAL_ERROR ? problem.reference(FailureLog.write(failure)) : problem).response();
        String allow = theirs.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? ours
                : Response.fromResponse(ours).header(HttpHeaders.ALLOW, allow).build();
    }
}
