package clinic.api;

import clinic.booking.Refusal;
import clinic.booking.VisitRequest;
import clinic.patient.Consent;
import clinic.patient.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads what somebody asks for when she books. Where a field cannot be read, something harmless stands in. */
final class VisitForm {
    private static final LocalDateTime NO_START = LocalDate.EPOCH.atStartOfDay();

    private VisitForm() {}

    /** The request; to be used only if the fields were refused nothing. */
    static VisitRequest read(JsonFields body, ZoneId zone, Language spoken) {
        VisitRequest request = new VisitRequest(
                body.moment(Refusal.START, zone).orElse(NO_START),
                body.optionalText("hold"),
                body.object("patient")
                        .map(patient -> person(patient, spoken))
                        .orElse(new VisitRequest.Person("", "", "", "", spoken.code(), false, false)),
                body.optionalObject("onBehalfOf").map(VisitForm::other),
                body.optionalObject("intake").map(VisitForm::intake),
                false,
                Consent.Source.API);
        body.end();
        return request;
    }

    private static VisitRequest.Person person(JsonFields patient, Language spoken) {
        VisitRequest.Person person = new VisitRequest.Person(
                patient.text("firstName"),
                patient.optionalText("lastName").orElse(""),
                patient.text("email"),
                patient.text("phone"),
                patient.optionalText("language").orElse(spoken.code()),
                patient.flag("emailConsent"),
                patient.flag("adult"));
        patient.end();
        return person;
    }

    private static VisitRequest.OnBehalfOf other(JsonFields other) {
        VisitRequest.OnBehalfOf read = new VisitRequest.OnBehalfOf(
                other.text("firstName"), other.optionalText("lastName").orElse(""), other.text("relation"));
        other.end();
        return read;
    }

    private static VisitRequest.IntakeAnswers intake(JsonFields intake) {
        Optional<LocalDate> painSince = intake.optionalDate("painSince");
        Optional<Integer> painNow = intake.optionalInteger("painNow");
        List<String> symptoms = intake.texts("symptoms");
        List<String> redFlags = intake.texts("redFlags");
        Optional<String> note = intake.optionalText("note");
        intake.end();
        return new VisitRequest.IntakeAnswers(painSince, painNow, symptoms, redFlags, note);
    }
}
