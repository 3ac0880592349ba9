package clinic.security;

import clinic.staff.StaffLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Links to passwords, for the pages they lead to. A password is hashed before the transaction, for that is slow. */
@ApplicationScoped
public class AccountLinks {
    @Inject
    private AccountLinkDesk desk;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordRules rules;

    /** By name or address; says nothing, and does the same for everybody. */
    public void ask(String typed) {
        desk.ask(typed.strip());
    }

    /** Writes to who asked. */
    public void answer() {
        desk.answer();
    }

    /** The name one signs in with, while the link is good. */
    public Optional<String> nameOf(StaffLetter.Kind kind, String secret) {
        return desk.find(kind, secret).map(AccountLinkDesk.OwnName::name);
    }

    public void redeem(StaffLetter.Kind kind, String secret, String password, String address) {
        AccountLinkDesk.OwnName owner = desk.find(kind, secret).orElseThrow(LinkExpired::new);
        rules.must(password, owner.name(), owner.fullName(), owner.email());
        desk.redeem(kind, secret, passwords.hash(password), address);
    }
}
