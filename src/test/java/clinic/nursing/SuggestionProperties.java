package clinic.nursing;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is suggested, against the rules and against somebody with all the time in the world. */
class SuggestionProperties {
    private static final QuarterHours DAY = new QuarterHours(0, QuarterHours.PER_DAY);

    private static List<Nurse> nurses(Random chance, int most) {
        return IntStream.rangeClosed(1, 1 + chance.nextInt(most))
                .mapToObj(id -> {
                    int from = 32 + chance.nextInt(16);
                    int to = from + 12 + chance.nextInt(Math.max(1, 76 - from - 12));
                    int pause = from + 2 + chance.nextInt(to - from - 6);
                    return Ward.nurse(
                            id,
                            "Nurse " + id,
                            new QuarterHours(from, to),
                            new QuarterHours(pause, pause + 1 + chance.nextInt(2)));
                })
                .toList();
    }

    private static List<Stay> stays(Random chance, int most, int from, int to) {
        return IntStream.rangeClosed(1, 1 + chance.nextInt(most))
                .mapToObj(visit -> {
                    int length = chance.nextInt(4) == 0 ? 14 : 6;
                    double start = (from + chance.nextInt(Math.max(1, to - from - length))) / 4.0;
                    return Ward.stay(visit, start, start + length / 4.0, 1 + chance.nextInt(3));
                })
                .toList();
    }

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

    @Property(tries = 100)
    void breaksNoRuleAndKeepsWhatWasDecided(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = nurses(chance, 4);
        List<Stay> stays = stays(chance, 16, 32, 76);
        List<NursingDay.Decided> decided = decided(chance, stays, nurses);
        NursingDay day = NursingDay.of(Ward.DAY, nurses, stays, decided);
        assertThat(day.ratio().broken(charges(day, false), DAY)).isEmpty();
        assertThat(day.visits()).hasSameSizeAs(stays);
        assertThat(charges(day, true)).allSatisfy(charge -> assertThat(decided).anySatisfy(each -> {
            assertThat(each.visit()).isEqualTo(charge.stay().visit());
            assertThat(each.nurse()).isEqualTo(charge.first().id());
        }));
    }

    @Property(tries = 100)
    void leavesAsFewWithoutANurseAsCanBe(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Nurse> nurses = nurses(chance, 3);
        List<Stay> stays = stays(chance, 5, 36, 58);
        NursingDay day = NursingDay.of(Ward.DAY, nurses, stays, decided(chance, stays, nurses));
        List<Stay> open = day.visits().stream()
                .filter(each -> !each.kept())
                .map(Nursed::stay)
                .toList();
        long nobody =
                day.visits().stream().filter(each -> each.charge().isEmpty()).count();
        assertThat(nobody).isEqualTo(fewest(day.ratio(), open, new ArrayList<>(charges(day, true))));
    }

    private static int fewest(Ratio ratio, List<Stay> open, List<Charge> charges) {
        if (!charges.isEmpty()
                && !ratio.holds(charges, charges.get(charges.size() - 1).stay().span())) {
            return Integer.MAX_VALUE;
        }
        if (open.isEmpty()) {
            return 0;
        }
        List<Stay> rest = open.subList(1, open.size());
        int best = 1 + fewest(ratio, rest, charges);
        for (Nurse first : ratio.nurses()) {
            for (Nurse next : ratio.nurses()) {
                charges.add(Charge.of(open.get(0), first, next));
                best = Math.min(best, fewest(ratio, rest, charges));
                charges.remove(charges.size() - 1);
            }
        }
        return best;
    }
}
