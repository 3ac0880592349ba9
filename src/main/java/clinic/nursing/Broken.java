package clinic.nursing;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A rule of the ratio that an assignment breaks: for which nurse, and when. */
public record Broken(Reason reason, Nurse nurse, QuarterHours at) {
    /**
     * The no of the house.
     *
     * @param possible who could have the visit instead
     */
    Refusal refusal(Collection<Nurse> possible) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("nurse", nurse.name(), "from", at.startsAt(), "to", at.endsAt()));
        facts.put("units", Ratio.UNITS);
        facts.put("heads", Ratio.HEADS);
        if (!possible.isEmpty()) {
            facts.put("name", possible.stream().map(Nurse::name).toList());
        }
        return new Refusal(reason, "nurse", facts);
    }
}
