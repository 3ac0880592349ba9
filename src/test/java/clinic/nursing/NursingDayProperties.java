package clinic.nursing;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.capacity.Charge;
import clinic.capacity.Nurse;
import clinic.capacity.Stay;
import clinic.capacity.Ward;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is decided and suggested for a day, against the rules. */
class NursingDayProperties {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final QuarterHours DAY = new QuarterHours(0, QuarterHours.PER_DAY);

    private static List<NursingDay.Decided> decided(Random chance, List<Stay> stays, List<Nurse> nurses) {
        return stays.stream()
                .filter(any -> chance.nextInt(3) == 0)
                .map(stay -> new NursingDay.Decided(
                        stay.visit(), 1 + chance.nextInt(nurses.size()), Optional.of((long) nurses.size())))
                .toList();
    }

    private static List<Charge> charges(NursingDay day, boolean keptOnly) {
        return day.visits().stream()
                .filter(each -> each.kept() || !keptOnly)
                .flatMap(each -> each.charge().stream())
                .toList();
    }

    /** What becomes of the decision that is looked at first. */
    private static List<Charge> expected(
            NursingDay.Decided first, List<Stay> stays, List<Nurse> nurses, NursingDay day) {
        Stay stay = stays.stream()
                .filter(each -> each.visit() == first.visit())
                .findFirst()
                .orElseThrow();
        Nurse nurse = NursingDay.find(nurses, first.nurse()).orElseThrow();
        Nurse next = NursingDay.find(nurses, first.next().orElseThrow()).orElseThrow();
        return Stream.of(Charge.of(stay, nurse, next))
                .filter(charge -> day.assignment().allows(List.of(), charge))
                .toList();
    }

    @Property(tries = 200)
    void breaksNoRuleKeepsWhatWasDecidedAndLeavesNobodyWhoCouldHaveANurse(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = Ward.nurses(chance, 4);
        List<Stay> stays = Ward.stays(chance, 16, 32, 76);
        List<NursingDay.Decided> decided = decided(chance, stays, nurses);
        Set<Long> affected = Ward.affected(nurses, stays);
        NursingDay day = NursingDay.of(TUESDAY, nurses, stays, decided, Set.of(), affected);
        assertThat(day.ratio().broken(charges(day, false), DAY)).isEmpty();
        assertThat(day.visits()).hasSameSizeAs(stays);
        assertThat(charges(day, true)).allSatisfy(charge -> assertThat(decided).anySatisfy(each -> {
            assertThat(each.visit()).isEqualTo(charge.stay().visit());
            assertThat(each.nurse()).isEqualTo(charge.first().id());
        }));
        decided.stream().findFirst().ifPresent(first -> assertThat(charges(day, true).stream()
                        .filter(charge -> charge.stay().visit() == first.visit()))
                .as("the first decided, where it may be")
                .containsExactlyElementsOf(expected(first, stays, nurses, day)));
        assertThat(day.visits()).filteredOn(each -> each.charge().isEmpty()).allSatisfy(each -> assertThat(affected)
                .contains(each.stay().visit()));
    }

    @Property(tries = 100)
    void keepsTheNurseOfAVisitThatHasBegun(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = Ward.nurses(chance, 3);
        List<Stay> stays = Ward.stays(chance, 10, 32, 76);
        Set<Long> affected = Ward.affected(nurses, stays);
        NursingDay first = NursingDay.of(TUESDAY, nurses, stays, decided(chance, stays, nurses), Set.of(), affected);
        charges(first, true).stream().findFirst().ifPresent(begun -> {
            NursingDay.Decided fact = new NursingDay.Decided(
                    begun.stay().visit(), begun.first().id(), begun.next().map(Nurse::id));
            NursingDay later = NursingDay.of(
                    TUESDAY,
                    nurses,
                    stays,
                    Stream.concat(
                                    stays.stream()
                                            .filter(each -> each.visit() != fact.visit())
                                            .map(each -> new NursingDay.Decided(
                                                    each.visit(), fact.nurse(), Optional.empty())),
                                    Stream.of(fact))
                            .toList(),
                    Set.of(fact.visit()),
                    affected);
            assertThat(later.of(fact.visit()).orElseThrow().charge()).contains(begun);
        });
    }
}
