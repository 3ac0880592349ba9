package clinic.infusion;

import clinic.booking.CourseBook;
import clinic.booking.CourseStanding;
import clinic.booking.Diary;
import clinic.booking.FreeTimes;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.planner.HouseReading;
import clinic.planner.NoLegalPlan;
import clinic.planner.NoPlan;
import clinic.protocol.Protocol;
import clinic.protocol.ProtocolVersion;
import clinic.protocol.Protocols;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Thinks of the least change to a series, against the house as it stands. Changes nothing. */
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

    /** A repair that was found, and the visits it is about. */
    record Found(List<CourseStanding> visits, CourseRepair.Repaired repaired) {
        RepairPlan plan() {
            return RepairPlan.of(visits, repaired);
        }
    }

    /** The least change; {@link NoLegalPlan} if there is none. */
    Found find(Series series, List<CourseStanding> standing, RepairAsked asked) {
        refuseWhatCannotBe(standing, asked);
        ProtocolVersion version = protocols
                .find(series.protocol(), series.protocolVersion())
                .orElseThrow(() -> new IllegalStateException("no protocol of series " + series.id()));
        Protocol protocol = version.protocol();
        CourseRepair repair =
                new CourseRepair(protocol, standing, asked, profile.now().toLocalDateTime());
        LocalDate latest = freeTimes.rules(VisitKind.INFUSION).lastDay();
        LocalDate first = repair.visits().get(0).slot().day();
        Optional<LocalDate> last = diary.lastTreatment(series.patient().id(), first);
        HouseReading.House house =
                reading.of(protocol, series.patient().id(), last.isEmpty(), repair.from(), latest, repair.given());
        CourseRepair.Ground ground = new CourseRepair.Ground(house.days(), house.offers(), series.acceptedGaps(), last);
        return repair.find(latest, ground)
                .map(found -> new Found(repair.visits(), found))
                .orElseThrow(() -> new NoLegalPlan(
                        new NoPlan(blocked(protocol, asked, house, latest), List.of()), version.numbers()));
    }

    private static void refuseWhatCannotBe(List<CourseStanding> standing, RepairAsked asked) {
        if (asked.lost().isEmpty()) {
            throw SeriesDesk.refused(Refusal.of(Reason.REQUIRED, "missed"));
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

    /** The days on which there is no place for what is to be had anew, within the time the series may still take. */
    private Map<LocalDate, NoPlan.Blocker> blocked(
            Protocol protocol, RepairAsked asked, HouseReading.House house, LocalDate latest) {
        Map<LocalDate, NoPlan.Blocker> blocked = new TreeMap<>();
        LocalDate end = profile.today().plusDays(protocol.windowDays());
        int no = asked.lost().stream().min(Integer::compare).orElseThrow();
        profile.today()
                .datesUntil((end.isBefore(latest) ? end : latest).plusDays(1))
                .filter(day -> profile.calendar().week().containsKey(day.getDayOfWeek()))
                .forEach(day -> {
                    if (house.days().indexOf(day) < 0) {
                        blocked.put(day, NoPlan.Blocker.CLOSED);
                    } else if (house.offers().on(no, day).isEmpty()) {
                        blocked.put(day, NoPlan.Blocker.FULL);
                    }
                });
        asked.move()
                .map(RepairAsked.Move::start)
                .filter(start -> house.offers().on(no, start.toLocalDate()).stream()
                        .noneMatch(offer -> CourseRepair.isAt(start, offer)))
                .ifPresent(start -> blocked.putIfAbsent(start.toLocalDate(), NoPlan.Blocker.NOT_AT_THAT_TIME));
        return blocked;
    }
}
