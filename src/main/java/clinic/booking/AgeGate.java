package clinic.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Whether a patient's age speaks against an infusion, as booking would say: asked before one is planned. */
@ApplicationScoped
public class AgeGate {
    @Inject
    private Objections objections;

    /**
     * The first day on which age is no reason to refuse.
     *
     * @param first inclusive
     * @param last inclusive
     * @param field of the request that named the patient
     * @throws BookingRefused with MINOR if there is none
     */
    public LocalDate firstDay(long patient, LocalDate first, LocalDate last, String field) {
        return firstDay(
                objections.to(new Coming(
                        patient, VisitKind.INFUSION, OptionalLong.empty(), Optional.empty(), Map.of(), Set.of())),
                first,
                last,
                field);
    }

    static LocalDate firstDay(
            Function<LocalDate, List<Refusal>> against, LocalDate first, LocalDate last, String field) {
        if (minor(against, first).isEmpty()) {
            return first;
        }
        Refusal refusal = minor(against, last).orElse(null);
        if (refusal != null) {
            throw new BookingRefused(new Refusal(Reason.MINOR, field, refusal.facts()));
        }
        return first.datesUntil(last.plusDays(1))
                .filter(day -> minor(against, day).isEmpty())
                .findFirst()
                .orElse(last);
    }

    private static Optional<Refusal> minor(Function<LocalDate, List<Refusal>> against, LocalDate day) {
        return against.apply(day).stream()
                .filter(refusal -> refusal.reason() == Reason.MINOR)
                .findFirst();
    }
}
