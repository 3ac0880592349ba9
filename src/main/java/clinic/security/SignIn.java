package clinic.security;

import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;

/** Name and password for the secret of a session. Tries are counted before any password is hashed. */
@ApplicationScoped
public class SignIn {
    private static final int LONGEST_NAME = 254;
    private static final int LONGEST_PASSWORD = 1000;

    /** How it ended. */
    public enum Answer {
        WELCOME,
        /** The password was right; the code of the phone is still owed. */
        CODE_OWED,
        WRONG,
        LOCKED_OUT
    }

    /** @param secret of the session's cookie, where one was opened */
    public record Result(Answer answer, Optional<String> secret) {}

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private SignInDesk desk;

    public Result signIn(String name, String password, String address) {
        if (name.isBlank() || name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
            return new Result(Answer.WRONG, Optional.empty());
        }
        if (!desk.mayTry(name)) {
            desk.refused(name, address);
            return new Result(Answer.LOCKED_OUT, Optional.empty());
        }
        CredentialValidationResult checked = stores.validate(new UsernamePasswordCredential(name, password));
        if (checked.getStatus() != CredentialValidationResult.Status.VALID) {
            desk.refused(name, address);
            return new Result(Answer.WRONG, Optional.empty());
        }
        SignInDesk.Opened opened = desk.open(name, address);
        return new Result(opened.codeOwed() ? Answer.CODE_OWED : Answer.WELCOME, Optional.of(opened.secret()));
    }

    /** The second step, where there is a second factor: a code of the phone, or one of the paper. */
    public Result code(SignedIn waiting, String code, String address) {
        if (!desk.mayTry(waiting.name())) {
            desk.refused(waiting.name(), address);
            return new Result(Answer.LOCKED_OUT, Optional.empty());
        }
        Optional<String> secret = desk.open(waiting, code, address);
        if (secret.isEmpty()) {
            desk.refused(waiting.name(), address);
        }
        return new Result(secret.isEmpty() ? Answer.WRONG : Answer.WELCOME, secret);
    }

    /** Asks who is signed in for her password again, and for a code where she has a phone. */
    public Answer prove(Actor actor, SignedIn self, String password, String code) {
        if (!desk.mayTry(self.name())) {
            desk.refused(self.name(), actor.address());
            return Answer.LOCKED_OUT;
        }
        boolean right = password.length() <= LONGEST_PASSWORD
                && stores.validate(new UsernamePasswordCredential(self.name(), password))
                                .getStatus()
                        == CredentialValidationResult.Status.VALID
                && desk.proved(actor, self, code);
        if (!right) {
            desk.refused(self.name(), actor.address());
        }
        return right ? Answer.WELCOME : Answer.WRONG;
    }
}
