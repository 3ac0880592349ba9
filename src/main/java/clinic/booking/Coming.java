package clinic.booking;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A visit that is to have a day, as those see it who may object.
 *
 * @param patient whose it is; 0 when nobody knows yet who is asking
 * @param visit the one there is already; empty for a new one
 * @param course which visit of which series it is, if it is one; the series has number 0 while it is only looked at
 * @param beside days that other visits of the series have once the same act is done, by their number
 * @param leaving visits that give up their place in the same act
 */
public record Coming(
        long patient,
        VisitKind kind,
        OptionalLong visit,
        Optional<CourseVisit> course,
        Map<Integer, LocalDate> beside,
        Set<Long> leaving) {
    public Coming {
        beside = Map.copyOf(beside);
        leaving = Set.copyOf(leaving);
    }
}
