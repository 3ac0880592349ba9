package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.DayVector;
import clinic.capacity.Nurse;
import clinic.capacity.Occupancy;
import clinic.capacity.Purpose;
import clinic.capacity.Ratio;
import clinic.capacity.ResourceDesk;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How full the house is through a day, drawn and in a sentence: for every page on which a time is chosen. */
@Named
@RequestScoped
public class Strips {
    private static final QuarterHours USUAL = new QuarterHours(8 * 4, 19 * 4);
    private static final Set<Purpose> TREATMENT = Set.of(Purpose.MOOD, Purpose.PAIN);

    @Inject
    private ResourceDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private Words words;

    /** Rooms of a kind in use, and the visit somebody plans or moves. */
    Strip rooms(LocalDate day, Set<Purpose> purposes, Optional<QuarterHours> hers, boolean included) {
        Occupancy there = desk.occupancy(caller.actor(), day, purposes);
        return Strip.of(day, hours(day), there::roomsThere, there::roomsUsed, hers, included);
    }

    /** Rooms for treatments. */
    Strip treatments(LocalDate day, Optional<QuarterHours> hers) {
        return rooms(day, TREATMENT, hers, false);
    }

    /** The nurses' care that is taken, of what there is. */
    public Strip care(LocalDate day) {
        Occupancy there = desk.occupancy(caller.actor(), day, TREATMENT);
        return Strip.of(
                day,
                hours(day),
                quarter -> there.care().capacity().at(quarter),
                quarter -> there.care().used().at(quarter),
                Optional.empty(),
                false);
    }

    /** What one nurse has, of what she can while she is at work. */
    Strip nurse(LocalDate day, Nurse nurse, DayVector units) {
        return Strip.of(
                day, hours(day), quarter -> nurse.works(quarter) ? Ratio.UNITS : 0, units::at, Optional.empty(), false);
    }

    private QuarterHours hours(LocalDate day) {
        QuarterHours open = profile.calendar().hours(day).orElse(USUAL);
        return new QuarterHours(open.start() / 4 * 4, (open.end() + 3) / 4 * 4);
    }

    /** What the bars say, for those who cannot see them and for those who like a number. */
    public String said(Strip strip) {
        List<String> said = new ArrayList<>();
        said.add(strip.peak()
                .map(peak -> words.say(
                        "strip.rooms",
                        peak.used(),
                        peak.there(),
                        words.time(peak.span().startsAt()),
                        words.time(peak.span().endsAt())))
                .orElseGet(() -> words.say("strip.rooms.none")));
        hers(strip).ifPresent(said::add);
        return String.join(" ", said);
    }

    private Optional<String> hers(Strip strip) {
        List<Strip.Bar> hers =
                strip.bars().stream().filter(bar -> bar.hers() > 0).toList();
        if (hers.isEmpty()) {
            return Optional.empty();
        }
        String span = words.say(
                "strip.hers",
                words.time(at(strip, hers.get(0).index())),
                words.time(at(strip, hers.get(hers.size() - 1).index() + 1)));
        return Optional.of(
                hers.stream().anyMatch(Strip.Bar::isOver) ? span + " " + words.say("strip.hers.over") : span);
    }

    private static LocalTime at(Strip strip, int index) {
        return LocalTime.ofSecondOfDay((strip.hours().start() + index) * 15L * 60 % (24 * 60 * 60));
    }

    public String saidOfCare(Strip strip) {
        return strip.peak()
                .map(peak -> words.say(
                                "strip.care",
                                peak.used(),
                                peak.there(),
                                words.time(peak.span().startsAt()),
                                words.time(peak.span().endsAt()))
                        + (strip.bars().stream().anyMatch(Strip.Bar::isNear) ? " " + words.say("strip.care.near") : ""))
                .orElseGet(() -> words.say("strip.care.none"));
    }
}
