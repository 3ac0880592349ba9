package clinic.infusion;

import clinic.booking.Coming;
import clinic.booking.Objection;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.patient.Patient;
import clinic.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Nobody under 18 is given an infusion before a prescriber decided so with a reason, knowing the age. What counts is the
 * age on the day of the visit.
 */
@ApplicationScoped
class MinorRule implements Objection {
    @Inject
    private Patients patients;

    @Inject
    private Eligibilities eligibilities;

    @Override
    public Function<LocalDate, List<Refusal>> to(Coming visit) {
        Optional<Patient> patient = visit.kind().isInfusion() ? patients.living(visit.patient()) : Optional.empty();
        return patient.map(this::of).orElse(day -> List.of());
    }

    private Function<LocalDate, List<Refusal>> of(Patient patient) {
        boolean decided = isDecided(patient);
        return day -> decided || patient.adultOn(day) ? List.of() : List.of(refusal(Refusal.START, day));
    }

    private boolean isDecided(Patient patient) {
        return eligibilities.of(patient.id()).filter(Eligibility::isOfMinor).isPresent();
    }

    /** Whether the patient is a minor on that day about whom nobody decided. */
    boolean isUndecided(Patient patient, LocalDate day) {
        return !patient.adultOn(day) && !isDecided(patient);
    }

    /** @throws clinic.booking.BookingRefused for a minor about whom nobody decided */
    void check(Patient patient, LocalDate day, String field) {
        if (isUndecided(patient, day)) {
            throw SeriesDesk.refused(refusal(field, day));
        }
    }

    static Refusal refusal(String field, LocalDate day) {
        return new Refusal(Reason.MINOR, field, Map.of("day", day));
    }
}
