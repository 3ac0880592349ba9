package clinic.security;

/** Too many passwords are being hashed at this moment: nothing was done, and trying again soon helps. */
public class HashBusy extends RuntimeException {
    private static final long serialVersionUID = 1;
}
