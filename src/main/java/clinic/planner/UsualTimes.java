package clinic.planner;

import clinic.calendar.QuarterHours;

/** For each usual time of day the offer of every visit on every day that costs least with it, and what it costs. */
final class UsualTimes {
    private final Offer[][][] offers;
    private final int[][][] costs;

    /**
     * @param all by visit and day, those of a day in order of their starts; visits may share their rows
     */
    UsualTimes(Offer[][][] all, Price price) {
        offers = new Offer[QuarterHours.PER_DAY][all.length][];
        costs = new int[QuarterHours.PER_DAY][all.length][];
        for (int visit = 0; visit < all.length; visit++) {
            boolean isShared = visit > 0 && all[visit] == all[visit - 1];
            for (int usual = 0; usual < QuarterHours.PER_DAY; usual++) {
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
        for (int usual = 0; usual < QuarterHours.PER_DAY; usual++) {
            costs[usual][visit][day] = CheapestCourse.IMPOSSIBLE;
        }
        for (Offer offer : there) {
            put(offer, offer.crowd(), offer.start(), visit, day);
        }
        for (int usual = 1; usual < QuarterHours.PER_DAY; usual++) {
            carry(usual - 1, usual, visit, day, quarterOff);
        }
        for (int usual = QuarterHours.PER_DAY - 2; usual >= 0; usual--) {
            carry(usual + 1, usual, visit, day, quarterOff);
        }
    }

    private void carry(int from, int to, int visit, int day, int quarterOff) {
        if (offers[from][visit][day] != null) {
            put(offers[from][visit][day], costs[from][visit][day] + quarterOff, to, visit, day);
        }
    }

    private void put(Offer offer, int cost, int usual, int visit, int day) {
        if (cost < costs[usual][visit][day]) {
            costs[usual][visit][day] = cost;
            offers[usual][visit][day] = offer;
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
