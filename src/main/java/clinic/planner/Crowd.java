package clinic.planner;

/**
 * What an hour costs the house: begins and ends that meet, rooms that are busy together, a peak raised, the tenth of room
 * time gone that is kept for visits nobody foresees, a room taken that others need more. All of it together is less
 * than what a visit costs that lies a quarter-hour off its time of day. Measured by filling a house again and again:
 * without the price on a raised peak it was no more even than first fit.
 */
final class Crowd {
    private static final int NURSE_MET = 3;
    private static final int ROOM_BUSY = 4;
    private static final int PEAK_RAISED = 30;
    private static final int RESERVE_TAKEN = 12;
    private static final int ROOM_OTHERS_NEED = 3;

    private Crowd() {}

    /**
     * @param otherPurposes how many more kinds of visits the room is fitted for
     */
    static int of(Footprint visit, HouseDay day, int start, int otherPurposes) {
        int end = start + visit.chair();
        int busy = day.mostRoomsBusy(start, start + visit.roomLength());
        return NURSE_MET * (day.handsBusy(start) + day.handsBusy(end - 1))
                + ROOM_BUSY * busy
                + (busy > 0 && busy + 1 > day.peak() ? PEAK_RAISED : 0)
                + (day.wouldLeaveTooLittle(visit.roomLength()) ? RESERVE_TAKEN : 0)
                + ROOM_OTHERS_NEED * otherPurposes;
    }
}
