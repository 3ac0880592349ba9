package clinic.infusion;

import clinic.booking.CourseStanding;
import clinic.planner.SeriesPlan;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a repair does, visit by visit, in a form that can be kept for a while and read again. Pure. */
record RepairPlan(List<Step> steps) {
    /** What happens to a visit. */
    enum Deed {
        MAKE,
        MOVE,
        DROP
    }

    /**
     * One visit.
     *
     * @param no its number
     * @param appointment the one that stands for it now
     * @param start where it goes; where it was, if it is dropped
     */
    record Step(Deed deed, int no, long appointment, LocalDateTime start, long room) {}

    RepairPlan {
        steps = List.copyOf(steps);
    }

    static RepairPlan of(List<CourseStanding> visits, CourseRepair.Repaired repaired) {
        List<Step> steps = new ArrayList<>();
        for (CourseStanding visit : visits) {
            SeriesPlan.Planned place = repaired.places().get(visit.no());
            if (place != null && !isThere(visit, place)) {
                steps.add(new Step(
                        visit.isGone() ? Deed.MAKE : Deed.MOVE,
                        visit.no(),
                        visit.appointment(),
                        place.slot().startsAt(),
                        place.room()));
            } else if (repaired.leftOut().contains(visit.no()) && !visit.isGone()) {
                steps.add(new Step(
                        Deed.DROP, visit.no(), visit.appointment(), visit.slot().startsAt(), visit.room()));
            }
        }
        return new RepairPlan(steps);
    }

    private static boolean isThere(CourseStanding visit, SeriesPlan.Planned place) {
        return !visit.isGone()
                && visit.slot().startsAt().equals(place.slot().startsAt())
                && visit.room() == place.room();
    }

    List<Step> that(Deed deed) {
        return steps.stream().filter(step -> step.deed() == deed).toList();
    }

    /** Numbers of the visits that have another place. */
    List<Integer> moved() {
        return steps.stream()
                .filter(step -> step.deed() != Deed.DROP)
                .map(Step::no)
                .toList();
    }

    String written() {
        return steps.stream()
                .map(step -> String.join(
                        " ",
                        step.deed().name(),
                        Integer.toString(step.no()),
                        Long.toString(step.appointment()),
                        step.start().toString(),
                        Long.toString(step.room())))
                .collect(Collectors.joining("\n"));
    }

    static RepairPlan read(String written) {
        return new RepairPlan(written.lines().map(RepairPlan::step).toList());
    }

    private static Step step(String line) {
        String[] words = line.split(" ", -1);
        return new Step(
                Deed.valueOf(words[0]),
                Integer.parseInt(words[1]),
                Long.parseLong(words[2]),
                LocalDateTime.parse(words[3]),
                Long.parseLong(words[4]));
    }

    /** How a series stood when this was planned: which visit is where, and in what state. */
    static String seen(List<CourseStanding> standing) {
        return standing.stream()
                .map(visit -> visit.no() + "=" + visit.appointment() + "/" + visit.revision() + "/" + visit.status())
                .collect(Collectors.joining(" "));
    }
}
