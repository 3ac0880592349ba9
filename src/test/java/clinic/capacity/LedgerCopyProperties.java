package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.testing.House;
import clinic.testing.Spans;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What a closure takes away and whom it strands, over random days and visits. */
class LedgerCopyProperties {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final List<Resource> ALL = List.of(
            LoadsFixture.withId(Resource.clinician("Dr. Lee", Purpose.CONSULT), 1),
            LoadsFixture.withId(Resource.clinician("Dr. Ray", Purpose.CONSULT), 2),
            LoadsFixture.withId(Resource.room("C1", Purpose.CONSULT), 3));
    private static final CapacityPlan PLAN = new CapacityPlan(
            House.calendar(),
            ALL,
            List.of(
                    new Shift(1, DayOfWeek.TUESDAY, new QuarterHours(32, 60), new QuarterHours(48, 50)),
                    new Shift(2, DayOfWeek.TUESDAY, new QuarterHours(40, 76))),
            List.of(),
            15);

    @Provide
    Arbitrary<List<QuarterHours>> spans() {
        return Spans.ofADay().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Closure> closures() {
        return Arbitraries.of(0L, 1L, 2L, 3L).flatMap(resource -> Spans.ofADay().map(span -> {
            var from = TUESDAY.atStartOfDay().plusMinutes(15L * span.start());
            var to = TUESDAY.atStartOfDay().plusMinutes(15L * span.end());
            return resource == 0 ? Closure.ofTheClinic(from, to, "") : Closure.of(resource, from, to, "");
        }));
    }

    /** Three resources, each with the visits that fit on it, in order of their booking. */
    private static LedgerCopy booked(List<QuarterHours> wanted) {
        Map<Long, DayVector> used = new HashMap<>();
        List<LedgerAudit.Held> held = new ArrayList<>();
        for (int visit = 0; visit < wanted.size(); visit++) {
            Resource resource = ALL.get(visit % ALL.size());
            DayVector taken = used.getOrDefault(resource.id(), DayVector.EMPTY);
            Load load = new Load(PLAN.of(resource, TUESDAY), taken, DayVector.EMPTY);
            if (load.fits(wanted.get(visit), 1)) {
                used.put(resource.id(), taken.plus(wanted.get(visit), 1));
                held.add(new LedgerAudit.Held(visit + 1, new Claim(TUESDAY, resource.id(), wanted.get(visit), 1)));
            }
        }
        return new LedgerCopy(
                ALL.stream()
                        .map(each -> new ResourceDay(
                                TUESDAY,
                                each.id(),
                                PLAN.of(each, TUESDAY),
                                used.getOrDefault(each.id(), DayVector.EMPTY)))
                        .toList(),
                held,
                NursingRows.of(ALL),
                List.of());
    }

    private static Map<ResourceDay.Key, DayVector> capacities(CapacityPlan plan) {
        Map<ResourceDay.Key, DayVector> capacities = new HashMap<>();
        ALL.forEach(each -> capacities.put(new ResourceDay.Key(TUESDAY, each.id()), plan.of(each, TUESDAY)));
        return capacities;
    }

    @Property
    void strandsExactlyTheVisitsThatLieInWhatIsClosed(
            @ForAll("spans") List<QuarterHours> wanted, @ForAll("closures") Closure closure) {
        LedgerCopy booked = booked(wanted);
        Set<Long> stranded = booked.strandedBy(capacities(PLAN.closing(closure)));
        QuarterHours gone = closure.on(TUESDAY).orElseThrow();
        assertThat(stranded)
                .containsExactlyInAnyOrderElementsOf(booked.held().stream()
                        .filter(held -> closure.concerns(held.claim().resource())
                                && held.claim().span().overlaps(gone))
                        .map(LedgerAudit.Held::appointment)
                        .toList());
    }

    @Property
    void listsAfterClosingWhatWasShownBefore(
            @ForAll("spans") List<QuarterHours> wanted,
            @ForAll @Size(max = 4) List<@net.jqwik.api.From("closures") Closure> closures) {
        LedgerCopy ledger = booked(wanted);
        CapacityPlan plan = PLAN;
        Set<Long> all = new java.util.TreeSet<>();
        for (Closure closure : closures) {
            plan = plan.closing(closure);
            Set<Long> shown = ledger.strandedBy(capacities(plan));
            assertThat(java.util.Collections.disjoint(all, shown)).isTrue();
            all.addAll(shown);
            ledger = ledger.offering(capacities(plan));
            assertThat(ledger.audited().stranded()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(ledger.audited().consistent()).isTrue();
        }
        assertThat(ledger.offering(capacities(PLAN))).usingRecursiveComparison().isEqualTo(booked(wanted));
    }
}
