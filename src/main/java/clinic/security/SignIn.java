package clinic.security;

import clinic.platform.SecurityEvents;
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
        LOCKED_OUT,
        /** Too many passwords are being checked; this one was not. */
        BUSY
    }

    /**
     * What came of it.
     *
     * @param secret of the session's cookie, where one was opened
     * @param device what the browser is to show from now on, where it is known
     */
    public record Result(Answer answer, Optional<String> secret, Optional<String> device) {
        static Result no(Answer answer) {
            return new Result(answer, Optional.empty(), Optional.empty());
        }
    }

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private SignInDesk desk;

    @Inject
    private HashQueue queue;

    @Inject
    private SecurityEvents events;

    public Result signIn(String name, String password, SignInSource source) {
        if (name.isBlank() || name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
            return Result.no(Answer.WRONG);
        }
        if (!desk.mayTry(name, source)) {
            desk.lockedOut(source.address());
            return Result.no(Answer.LOCKED_OUT);
        }
        Optional<Boolean> right = check(name, password);
        if (right.isEmpty()) {
            events.add(SecurityEvents.Kind.SIGN_IN_BUSY, source.address());
            return Result.no(Answer.BUSY);
        }
        if (!right.get()) {
            desk.refused(name, source.address());
            return Result.no(Answer.WRONG);
        }
        SignInDesk.Opened opened = desk.open(name, source);
        return new Result(
                opened.codeOwed() ? Answer.CODE_OWED : Answer.WELCOME, Optional.of(opened.secret()), opened.device());
    }

    /** Whether it is the password; empty when there was no time to look. */
    private Optional<Boolean> check(String name, String password) {
        return queue.take(() ->
                stores.validate(new UsernamePasswordCredential(name, password)).getStatus()
                        == CredentialValidationResult.Status.VALID);
    }

    /** The second step, where there is a second factor: a code of the phone, or one of the paper. */
    public Result code(SignedIn waiting, String code, SignInSource source) {
        if (!desk.mayTryCode(waiting.name(), source)) {
            desk.lockedOut(source.address());
            return Result.no(Answer.LOCKED_OUT);
        }
        Optional<SignInDesk.Opened> opened = desk.open(waiting, code, source);
        if (opened.isEmpty()) {
            desk.refused(waiting.name(), source.address());
            return Result.no(Answer.WRONG);
        }
        return new Result(
                Answer.WELCOME, Optional.of(opened.get().secret()), opened.get().device());
    }

    /** Asks who is signed in for her password again, and for a code where she has a phone. */
    public Answer prove(Actor actor, SignedIn self, String password, String code) {
        if (!desk.mayProve(self)) {
            desk.lockedOut(actor.address());
            return Answer.LOCKED_OUT;
        }
        if (password.length() > LONGEST_PASSWORD) {
            return Answer.WRONG;
        }
        Optional<Boolean> right = check(self.name(), password);
        if (right.isEmpty()) {
            return Answer.BUSY;
        }
        if (right.get() && desk.proved(actor, self, code)) {
            return Answer.WELCOME;
        }
        desk.refused(self.name(), actor.address());
        return Answer.WRONG;
    }
}
