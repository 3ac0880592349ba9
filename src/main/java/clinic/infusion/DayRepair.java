package clinic.infusion;

import clinic.booking.Refusal;
import clinic.planner.NoLegalPlan;
import java.util.List;
import java.util.Optional;

/** What would become of all series that lost visits, repaired together. Nothing is changed until somebody says so. */
public record DayRepair(List<Line> lines) {
    /** What would become of one. */
    public enum Outcome {
        REPAIRED,
        /** Without her word nothing that would help may move. */
        CALL_FIRST,
        /** There is a place for it once the others have left theirs. */
        AFTER_THE_OTHERS,
        /** By itself it could be repaired; beside the others there is no place for it. */
        NO_PLACE_BESIDE,
        NO_PLAN,
        /** There were too many to look at all of them: asked for by itself, or with fewer, it may be repaired. */
        NO_TIME
    }

    /**
     * @param proposal the least change beside the others, by which it is applied
     * @param ask numbers of the visits she is to be asked about
     * @param why there is no repair, where there is none even by itself
     */
    public record Line(
            BrokenSeries broken,
            Outcome outcome,
            Optional<RepairProposal> proposal,
            List<Integer> ask,
            Optional<NoLegalPlan> why) {
        public Line {
            ask = List.copyOf(ask);
        }

        public boolean isRepaired() {
            return outcome == Outcome.REPAIRED;
        }
    }

    /**
     * How an attempt to apply one ended.
     *
     * @param refusals why it could not be done; none if it was
     */
    public record Applied(long series, List<Refusal> refusals) {
        public Applied {
            refusals = List.copyOf(refusals);
        }

        public boolean isDone() {
            return refusals.isEmpty();
        }
    }

    public DayRepair {
        lines = List.copyOf(lines);
    }

    /** How many series it repairs. */
    public int repaired() {
        return (int) lines.stream().filter(Line::isRepaired).count();
    }

    /** How many visits it gives another time. */
    public int moved() {
        return lines.stream()
                .flatMap(line -> line.proposal().stream())
                .mapToInt(proposal -> proposal.moved().size())
                .sum();
    }
}
