package clinic.security;

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
        return new Result(Answer.WELCOME, Optional.of(desk.open(name, address)));
    }
}
