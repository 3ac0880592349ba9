package clinic.notification;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone as a calendar file spells it out, taken from Java's own zone rules: always as new as the Java it runs on,
 * nothing fetched, and only the rules of today instead of a century of history.
 */
final class ZoneDefinition {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("z", Locale.US);

    private ZoneDefinition() {}

    /** The zone's rules as they stand, from the year before {@code year} on. */
    static VTimeZone of(ZoneId zone, int year) {
        VTimeZone definition = new VTimeZone();
        definition.add(new TzId(zone.getId()));
        List<ZoneOffsetTransitionRule> changes = zone.getRules().getTransitionRules();
        changes.forEach(change -> definition.add(yearly(zone, change, year - 1)));
        if (changes.isEmpty()) {
            definition.add(constant(zone, LocalDateTime.of(year - 1, 1, 1, 0, 0)));
        }
        return definition;
    }

    private static Observance yearly(ZoneId zone, ZoneOffsetTransitionRule change, int from) {
        ZoneOffsetTransition first = change.createTransition(from);
        boolean summer = !change.getOffsetAfter().equals(change.getStandardOffset());
        Observance yearly = summer ? new Daylight() : new Standard();
        yearly.add(new TzName(NAME.format(first.getInstant().atZone(zone))));
        yearly.add(new TzOffsetFrom(first.getOffsetBefore()));
        yearly.add(new TzOffsetTo(first.getOffsetAfter()));
        yearly.add(new DtStart<>(first.getDateTimeBefore()));
        yearly.add(new RRule<>("FREQ=YEARLY;BYMONTH=" + change.getMonth().getValue() + ";" + dayOf(change)));
        return yearly;
    }

    private static Observance constant(ZoneId zone, LocalDateTime from) {
        ZoneOffset offset = zone.getRules().getOffset(from);
        Standard constant = new Standard();
        constant.add(new TzName(NAME.format(from.atZone(zone))));
        constant.add(new TzOffsetFrom(offset));
        constant.add(new TzOffsetTo(offset));
        constant.add(new DtStart<>(from));
        return constant;
    }

    /** "The second Sunday", "the last Sunday", "the first Friday from the 23rd on". */
    private static String dayOf(ZoneOffsetTransitionRule change) {
        int day = change.getDayOfMonthIndicator();
        if (change.getDayOfWeek() == null) {
            return "BYMONTHDAY=" + day;
        }
        String weekday = change.getDayOfWeek().name().substring(0, 2);
        if (day == -1 || day == change.getMonth().maxLength() - 6) {
            return "BYDAY=-1" + weekday;
        }
        if (day % 7 == 1) {
            return "BYDAY=" + (day / 7 + 1) + weekday;
        }
        String week = IntStream.range(day, day + 7).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return "BYDAY=" + weekday + ";BYMONTHDAY=" + week;
    }
}
