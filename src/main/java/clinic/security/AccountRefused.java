package clinic.security;

import java.util.List;

/** An account cannot be like that; nothing was stored. */
public class AccountRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<AccountFlaw> flaws;

    AccountRefused(List<AccountFlaw> flaws) {
        super(flaws.toString());
        this.flaws = List.copyOf(flaws);
    }

    public List<AccountFlaw> flaws() {
        return flaws;
    }
}
