package clinic.capacity;

import clinic.calendar.ClinicProfile;
import clinic.platform.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps the ledger rolled out 400 days ahead: once a day, and whenever hours, shifts or closures change. */
@Retried
@ApplicationScoped
public class Rollforward {
    public static final int DAYS_AHEAD = 400;
    /** Short transactions: nobody who books waits for the whole year to be written. */
    private static final int STRETCH = 28;

    @Inject
    private CapacityDesk desk;

    @Inject
    private ClinicProfile profile;

    /**
     * Rolls from today.
     *
     * @param longestTurnover minutes a room may be cleaned after close
     * @return how many rows were new or changed
     */
    public int roll(int longestTurnover) {
        profile.forget();
        return ahead().inShort().stream()
                .mapToInt(days ->
                        desk.roll(days.from(), days.to(), longestTurnover).rows())
                .sum();
    }

    /** All days that are rolled out, today the first of them. */
    public Days ahead() {
        LocalDate today = profile.today();
        return new Days(today, today.plusDays(DAYS_AHEAD));
    }

    /** The days of {@code [from, to)}; none, if they end before they begin. */
    public record Days(LocalDate from, LocalDate to) {
        /** Those that lie within others too. */
        public Days within(Days others) {
            return new Days(from.isBefore(others.from) ? others.from : from, to.isAfter(others.to) ? others.to : to);
        }

        /** The same days in stretches, each short enough for one transaction. */
        public List<Days> inShort() {
            List<Days> stretches = new ArrayList<>();
            for (LocalDate start = from; start.isBefore(to); start = start.plusDays(STRETCH)) {
                stretches.add(new Days(start, start.plusDays(STRETCH)).within(this));
            }
            return stretches;
        }
    }
}
