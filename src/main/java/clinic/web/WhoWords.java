package clinic.web;

import clinic.security.StaffNames;
import clinic.staff.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Who did something, by the name people know them by. */
@Named("who")
@RequestScoped
public class WhoWords {
    @Inject
    private StaffNames names;

    @Inject
    private Words words;

    /** The full name behind an account; a word for the patient and for the system. */
    public String name(String account) {
        return words.has("staff.by." + account) ? words.say("staff.by." + account) : names.of(account);
    }

    /** With the role in which they did it. */
    String name(String account, Optional<Role> role) {
        return role.map(as -> words.say("staff.by.role", name(account), words.role(as)))
                .orElseGet(() -> name(account));
    }
}
