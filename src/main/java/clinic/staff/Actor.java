package clinic.staff;

import java.util.Optional;

/**
 * Who acts. Staff by the name of the account and its role; the patient, and the house itself, by no role.
 *
 * @param name of the account; {@code PATIENT} and {@code HOUSE} are no account's
 * @param address where the request came from; empty for the house itself
 */
public record Actor(String name, Optional<Role> role, String address) {
    private static final String PATIENT = "PATIENT";
    private static final String HOUSE = "HOUSE";

    public static Actor of(String account, Role role, String address) {
        return new Actor(account, Optional.of(role), address);
    }

    /** Whoever holds a private link, or books in public. */
    public static Actor patient(String address) {
        return new Actor(PATIENT, Optional.empty(), address);
    }

    /** What happens by itself: a job, the first start. */
    public static Actor house() {
        return new Actor(HOUSE, Optional.empty(), "");
    }

    public boolean may(Task task) {
        return role.filter(task::isFor).isPresent();
    }

    /** Lets those pass whose task it is, and refuses everybody else with {@link NotAllowed}. */
    public void must(Task task) {
        if (!may(task)) {
            throw new NotAllowed(this, task);
        }
    }
}
