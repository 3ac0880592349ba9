package clinic.infusion;

import clinic.booking.MergeObjection;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import clinic.patient.Patient;
import clinic.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What series have against two records becoming one: that both run, that one of them goes on though a prescriber said no
 * in the other record, that the patient turns out to be a minor nobody decided about.
 */
@ApplicationScoped
class SeriesApart implements MergeObjection {
    private static final String FIELD = "gone";

    @Inject
    private SeriesShelf shelf;

    @Inject
    private Eligibilities eligibilities;

    @Inject
    private Patients patients;

    @Inject
    private ClinicProfile profile;

    @Override
    public List<Refusal> against(long kept, long gone) {
        Optional<Series> mine = shelf.running(kept);
        Optional<Series> other = shelf.running(gone);
        List<Refusal> refusals = new ArrayList<>();
        if (mine.isPresent() && other.isPresent()) {
            refusals.add(new Refusal(
                    Reason.SERIES_RUNNING,
                    FIELD,
                    Map.of(
                            "both", true,
                            "code", mine.get().protocol(),
                            "other", other.get().protocol())));
        }
        List<Series> running = Stream.of(mine, other).flatMap(Optional::stream).toList();
        if (!running.isEmpty()) {
            Optional<Eligibility> counts = eligibilities.together(kept, gone);
            if (counts.filter(decided -> !decided.eligible()).isPresent()
                    && Stream.of(eligibilities.of(kept), eligibilities.of(gone))
                            .flatMap(Optional::stream)
                            .anyMatch(Eligibility::eligible)) {
                refusals.add(new Refusal(Reason.NOT_ELIGIBLE, FIELD, Map.of("both", true)));
            }
            Patient patient = patients.getLiving(kept);
            boolean decided = counts.filter(Eligibility::isOfMinor).isPresent();
            running.stream()
                    .map(this::nextDay)
                    .filter(day -> !decided && !patient.adultOn(day))
                    .findFirst()
                    .ifPresent(day -> refusals.add(MinorRule.refusal(FIELD, day)));
        }
        return refusals;
    }

    private LocalDate nextDay(Series series) {
        return shelf.standing(series).stream()
                .filter(visit -> !visit.status().isOver())
                .map(SeriesLife.Standing::day)
                .min(LocalDate::compareTo)
                .orElse(profile.today());
    }
}
