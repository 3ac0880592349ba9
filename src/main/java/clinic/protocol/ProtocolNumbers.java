package clinic.protocol;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.capacity.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every number of a protocol, as somebody wishes it: it may be nonsense, and then {@link #refusals} names each field at
 * fault.
 *
 * @param gapLeast in a series, from one visit to the next; of a single visit, from the last one before it
 * @param windowDays most calendar days from the first visit to the last; a single visit has none
 * @param weekendSplits how many gaps may cross a weekend, {@link #ANY_SPLITS} for as many as they like
 * @param room what its rooms must be fitted for
 * @param infusion minutes the house plans with; from {@code infusionLeast} to {@code infusionMost} it may come to be
 * @param acuity units of nursing care one patient takes up to recovery
 * @param checkpoints numbers of the visits after which a prescriber decides
 * @param own clinical limits that differ from the clinic's
 */
public record ProtocolNumbers(
        int visits,
        Gap.Unit gapUnit,
        int gapLeast,
        int gapTarget,
        int gapMost,
        int windowDays,
        int weekendSplits,
        Purpose room,
        int prep,
        int infusion,
        int infusionLeast,
        int infusionMost,
        int recovery,
        int recoveryLeast,
        int recoveryMost,
        int turnover,
        int acuity,
        Set<Integer> checkpoints,
        ClinicalLimits own) {
    public static final int ANY_SPLITS = Protocol.ANY_SPLITS;

    private static final int MOST_VISITS = 10;
    private static final int MOST_DAYS = 365;
    private static final int MOST_CARE = 6;
    private static final int LONGEST_PHASE = 480;
    private static final int LONGEST_BESIDE = 120;

    public ProtocolNumbers {
        checkpoints = Set.copyOf(checkpoints);
    }

    /**
     * Everything wrong with them, field by field.
     *
     * @param longestDay most minutes the clinic is open on one day: a visit must fit into it
     * @param clinic the clinic's limits, where these have none of their own
     */
    public List<Refusal> refusals(int longestDay, ClinicalLimits clinic) {
        List<Refusal> refusals = new ArrayList<>();
        within(refusals, "visits", visits, 1, MOST_VISITS);
        within(refusals, "gapLeast", gapLeast, 1, MOST_DAYS);
        within(refusals, "gapMost", gapMost, Math.max(1, gapLeast), MOST_DAYS);
        within(refusals, "gapTarget", gapTarget, gapLeast, Math.max(gapLeast, gapMost));
        if (isSeries()) {
            within(refusals, "windowDays", windowDays, (visits - 1) * gapLeast, MOST_DAYS);
        }
        within(refusals, "weekendSplits", weekendSplits, 0, ANY_SPLITS);
        within(refusals, "prep", prep, 1, LONGEST_BESIDE);
        within(refusals, "infusionLeast", infusionLeast, 1, LONGEST_PHASE);
        within(refusals, "infusionMost", infusionMost, Math.max(1, infusionLeast), LONGEST_PHASE);
        within(refusals, "infusion", infusion, infusionLeast, Math.max(infusionLeast, infusionMost));
        within(refusals, "recoveryLeast", recoveryLeast, 1, LONGEST_PHASE);
        within(refusals, "recoveryMost", recoveryMost, Math.max(1, recoveryLeast), LONGEST_PHASE);
        within(refusals, "recovery", recovery, recoveryLeast, Math.max(recoveryLeast, recoveryMost));
        within(refusals, "turnover", turnover, 0, LONGEST_BESIDE);
        within(refusals, "acuity", acuity, 1, MOST_CARE);
        checkpoints.stream()
                .filter(visit -> visit < 1 || visit > visits)
                .findFirst()
                .ifPresent(visit -> within(refusals, "checkpoints", visit, 1, Math.max(1, visits)));
        if (refusals.isEmpty() && prep + infusion + recovery > longestDay) {
            within(refusals, "infusion", infusion, 1, Math.max(1, longestDay - prep - recovery));
        }
        refusals.addAll(own.refusals(clinic));
        Limit observation = Limit.OBSERVATION_MINUTES;
        if (refusals.isEmpty() && own.find(observation).orElse(0) > recoveryMost) {
            refusals.add(ClinicalLimits.outside(
                    observation, observation.least(), Math.max(observation.least(), recoveryMost)));
        }
        return refusals;
    }

    private static void within(List<Refusal> refusals, String field, int value, int least, int most) {
        if (value < least || value > most) {
            refusals.add(new Refusal(Reason.OUT_OF_RANGE, field, Map.of("least", least, "most", most)));
        }
    }

    public boolean isSeries() {
        return visits > 1;
    }

    /** Quarter-hours one visit lasts, from coming in to going home. */
    public int chairQuarters() {
        return protocol("", 0).phases().chairQuarters();
    }

    /** Quarter-hours its room is cleaned after. */
    public int turnoverQuarters() {
        return protocol("", 0).phases().turnoverQuarters();
    }

    /** Whether a visit stands whatever is decided at the first checkpoint. */
    public boolean isFirm(int visit) {
        return protocol("", 0).isFirm(visit);
    }

    /** In order. */
    public List<Integer> checkpointsInOrder() {
        return List.copyOf(new TreeSet<>(checkpoints));
    }

    /** The recipe the planner works by. */
    Protocol protocol(String code, int version) {
        return new Protocol(
                code,
                version,
                visits,
                new Gap(gapUnit, gapLeast, gapTarget, gapMost),
                isSeries() ? windowDays : 0,
                weekendSplits,
                new Phases(prep, infusion, recovery, turnover),
                room,
                acuity,
                checkpoints);
    }
}
