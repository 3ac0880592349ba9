package clinic.capacity;

import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Keeps the ledger rolled out 400 days ahead: once a day, and whenever hours, shifts or closures change. */
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
        LocalDate end = profile.today().plusDays(DAYS_AHEAD);
        int written = 0;
        for (LocalDate from = profile.today(); from.isBefore(end); from = from.plusDays(STRETCH)) {
            LocalDate to = from.plusDays(STRETCH);
            written += desk.roll(from, to.isBefore(end) ? to : end, longestTurnover);
        }
        return written;
    }
}
