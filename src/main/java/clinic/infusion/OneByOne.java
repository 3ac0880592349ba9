package clinic.infusion;

import clinic.booking.BookingRefused;
import clinic.booking.CourseRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.platform.DatabaseTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Applies repairs series by series and says of each what became of it, whatever becomes of the others: what cannot be
 * done by now, and what the database did not answer for. Once it is away, nobody waits for it again. Pure.
 */
final class OneByOne {
    private OneByOne() {}

    /**
     * @param proposals by the series they are of
     * @param attempt does one of them, or throws
     */
    static List<DayRepair.Applied> apply(Map<Long, String> proposals, BiConsumer<Long, String> attempt) {
        List<DayRepair.Applied> all = new ArrayList<>();
        boolean away = false;
        for (Map.Entry<Long, String> one : proposals.entrySet()) {
            List<Refusal> refusals = away ? notDone() : List.of();
            try {
                if (!away) {
                    attempt.accept(one.getKey(), one.getValue());
                }
            } catch (CourseRefused refused) {
                refusals = refused.conflicts().values().stream()
                        .flatMap(List::stream)
                        .toList();
            } catch (BookingRefused refused) {
                refusals = refused.refusals();
            } catch (UnknownSeries gone) {
                refusals = List.of(Refusal.of(Reason.REPAIR_STALE, "proposal"));
            } catch (RuntimeException failure) {
                DatabaseTrouble trouble = DatabaseTrouble.of(failure);
                if (trouble == DatabaseTrouble.NONE) {
                    throw failure;
                }
                away = trouble == DatabaseTrouble.AWAY;
                refusals = notDone();
            }
            all.add(new DayRepair.Applied(one.getKey(), refusals));
        }
        return all;
    }

    private static List<Refusal> notDone() {
        return List.of(Refusal.of(Reason.NOT_DONE, "proposal"));
    }
}
