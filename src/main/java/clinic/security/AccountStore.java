package clinic.security;

import clinic.platform.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;

/** Whose name and password it is. An unknown name takes as long as a wrong password, and is answered alike. */
@ApplicationScoped
class AccountStore implements IdentityStore {
    private record Known(String name, Optional<String> hash, String role) {}

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Reading reading;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential shown
                ? validate(shown)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    /** The hash is worked out after the transaction: it is slow, and would keep a connection. */
    private CredentialValidationResult validate(UsernamePasswordCredential shown) {
        Optional<Known> known = reading.of(() -> accounts.find(shown.getCaller())
                .map(account -> new Known(
                        account.name(), account.passwordHash(), account.role().name())));
        boolean right = passwords.matches(
                known.flatMap(Known::hash), shown.getPassword().getValue());
        return right
                ? new CredentialValidationResult(
                        known.orElseThrow().name(), Set.of(known.orElseThrow().role()))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
