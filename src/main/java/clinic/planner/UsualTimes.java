package clinic.planner;

import clinic.calendar.QuarterHours;
import java.util.Arrays;

/** For each usual time of day the offer of every visit on every day that costs least with it, and what it costs. */
final class UsualTimes {
    private final int[] wanted;
    private final int[] cost = new int[QuarterHours.PER_DAY];
    private final Offer[] best = new Offer[QuarterHours.PER_DAY];
    private final Offer[][][] offers;
    private final int[][][] costs;

    /**
     * @param all by visit and day, those of a day in order of their starts; visits may share their rows
     * @param wanted the times of day that will be asked for, in quarter-hours
     */
    UsualTimes(Offer[][][] all, int[] wanted, Price price) {
        this.wanted = wanted;
        offers = new Offer[QuarterHours.PER_DAY][][];
        costs = new int[QuarterHours.PER_DAY][][];
        for (int usual : wanted) {
            offers[usual] = new Offer[all.length][];
            costs[usual] = new int[all.length][];
        }
        for (int visit = 0; visit < all.length; visit++) {
            boolean isShared = visit > 0 && all[visit] == all[visit - 1];
            for (int usual : wanted) {
                offers[usual][visit] = isShared ? offers[usual][visit - 1] : new Offer[all[visit].length];
                costs[usual][visit] = isShared ? costs[usual][visit - 1] : new int[all[visit].length];
            }
            for (int day = 0; day < all[visit].length && !isShared; day++) {
                fill(visit, day, all[visit][day], price.quarterOff());
            }
        }
    }

    /** Once up and once down the hours: from one to the next the price of what was best before rises by a quarter-hour. */
    private void fill(int visit, int day, Offer[] there, int quarterOff) {
        Arrays.fill(cost, CheapestCourse.IMPOSSIBLE);
        for (Offer offer : there) {
            if (offer.crowd() < cost[offer.start()]) {
                cost[offer.start()] = offer.crowd();
                best[offer.start()] = offer;
            }
        }
        for (int usual = 1; usual < QuarterHours.PER_DAY; usual++) {
            carry(usual - 1, usual, quarterOff);
        }
        for (int usual = QuarterHours.PER_DAY - 2; usual >= 0; usual--) {
            carry(usual + 1, usual, quarterOff);
        }
        for (int usual : wanted) {
            costs[usual][visit][day] = cost[usual];
            offers[usual][visit][day] = there.length == 0 ? null : best[usual];
        }
    }

    private void carry(int from, int to, int quarterOff) {
        if (cost[from] != CheapestCourse.IMPOSSIBLE && cost[from] + quarterOff < cost[to]) {
            cost[to] = cost[from] + quarterOff;
            best[to] = best[from];
        }
    }

    /** By visit and day; null where there is none. */
    Offer[][] offers(int usual) {
        return offers[usual];
    }

    /** By visit and day; {@link CheapestCourse#IMPOSSIBLE} where there is none. */
    int[][] costs(int usual) {
        return costs[usual];
    }
}
