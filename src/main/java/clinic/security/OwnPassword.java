package clinic.security;

import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A new password for who is signed in. It is hashed before the transaction, for that is slow. */
@ApplicationScoped
public class OwnPassword {
    @Inject
    private OwnAccountDesk desk;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordRules rules;

    @Inject
    private Proof proof;

    public void change(Actor actor, SignedIn self, String password) {
        proof.must(self);
        rules.must(password, self.name(), self.fullName(), desk.view(self).email());
        desk.changePassword(actor, self, passwords.hash(password));
    }
}
