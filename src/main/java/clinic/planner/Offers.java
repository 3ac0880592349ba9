package clinic.planner;

import java.time.LocalDate;
import java.util.List;

/** What the house can offer a series: the starts at which one of its visits would fit, day by day. */
public interface Offers {
    /**
     * @param visit number of the visit, from 1: a first-ever infusion may need more care
     * @return in order of their starts, one for each; empty where nothing fits
     */
    List<Offer> on(int visit, LocalDate day);
}
