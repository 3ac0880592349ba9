package clinic.infusion;

/** Where a series stands. The names are the contract's. */
public enum SeriesState {
    /** Her times are kept; whether she may be treated is not decided yet. */
    DRAFT,
    PLANNED,
    /** Her first visit is done. */
    ACTIVE,
    /** A prescriber is to decide how it goes on. */
    AT_CHECKPOINT,
    PAUSED,
    /** Two visits lie too far apart; a prescriber is to decide. */
    GAP_BREACH,
    STOPPED,
    COMPLETED,
    /** Complete, and now and then refreshed. */
    MAINTENANCE,
    CANCELLED;

    /** Whether visits of it are still to come; she can have one such series. */
    public boolean isRunning() {
        return compareTo(GAP_BREACH) <= 0;
    }
}
