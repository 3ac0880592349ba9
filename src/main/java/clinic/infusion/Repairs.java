package clinic.infusion;

import clinic.booking.CourseBook;
import clinic.booking.CourseStanding;
import clinic.booking.Diary;
import clinic.booking.FreeTimes;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Loads;
import clinic.planner.HouseReading;
import clinic.protocol.ProtocolVersion;
import clinic.protocol.Protocols;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a repair has to know of a series, of her diary and of the house. Changes nothing. */
@ApplicationScoped
class Repairs {
    @Inject
    private Protocols protocols;

    @Inject
    private CourseBook book;

    @Inject
    private HouseReading reading;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Diary diary;

    @Inject
    private ClinicProfile profile;

    /** The series as it stands, and all there is to know for repairing it by itself. */
    RepairCase read(Series series, RepairAsked asked) {
        return read(series, book.standing(series.id()), asked, Optional.empty());
    }

    /**
     * @param standing where its visits stand
     * @param loads the house from the first day any of the repairs looks at, for many of them; read if it is not there
     */
    RepairCase read(Series series, List<CourseStanding> standing, RepairAsked asked, Optional<Loads> loads) {
        refuseWhatCannotBe(standing, asked);
        ProtocolVersion version = protocols
                .find(series.protocol(), series.protocolVersion())
                .orElseThrow(() -> new IllegalStateException("no protocol of series " + series.id()));
        LocalDateTime now = profile.now().toLocalDateTime();
        CourseRepair repair = new CourseRepair(version.protocol(), standing, asked, now);
        LocalDate latest = latest();
        long patient = series.patient().id();
        Optional<LocalDate> last =
                diary.lastTreatment(patient, repair.visits().get(0).slot().day());
        HouseReading.Look look = new HouseReading.Look(
                version.protocol(), patient, last.isEmpty(), repair.from(), latest, repair.given());
        HouseReading.House house = loads.map(read -> reading.of(look, read)).orElseGet(() -> reading.of(look));
        return new RepairCase(series, standing, asked, version, repair, house, profile.calendar(), now, latest, last);
    }

    /** All that repairs may need of the house, from a day on. */
    Loads house(LocalDate from) {
        return reading.read(from, latest());
    }

    private LocalDate latest() {
        return freeTimes.rules(VisitKind.INFUSION).lastDay();
    }

    private static void refuseWhatCannotBe(List<CourseStanding> standing, RepairAsked asked) {
        if (asked.lost().isEmpty()) {
            throw SeriesDesk.refused(new Refusal(Reason.REQUIRED, "missed", Map.of("text", "repair")));
        }
        asked.move().ifPresent(move -> refuse(standing, move.visit(), "move.visit", false));
        asked.missed().forEach(no -> refuse(standing, no, "missed", true));
        asked.stranded().forEach(no -> refuse(standing, no, "stranded", false));
    }

    private static void refuse(List<CourseStanding> standing, int no, String field, boolean gone) {
        CourseStanding visit = standing.stream()
                .filter(each -> each.no() == no)
                .findFirst()
                .orElseThrow(() -> SeriesDesk.refused(
                        new Refusal(Reason.OUT_OF_RANGE, field, Map.of("least", 1, "most", standing.size()))));
        if (!visit.status().isOpen() && !(gone && visit.isGone())) {
            throw SeriesDesk.refused(new Refusal(
                    Reason.ILLEGAL_TRANSITION, field, Map.of("name", visit.status(), "possible", List.of())));
        }
    }
}
