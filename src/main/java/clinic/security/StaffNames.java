package clinic.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of the people behind the accounts, read once for a request: histories name people, not sign-in names. */
@RequestScoped
public class StaffNames {
    @Inject
    private Accounts accounts;

    private Map<String, String> names;

    /** The full name; of what is no account, or is none any more, the name as it stands. */
    public String of(String account) {
        if (names == null) {
            names = accounts.everyone().stream().collect(Collectors.toMap(Account::name, Account::fullName));
        }
        String name = names.getOrDefault(account, account);
        return name.isBlank() ? account : name;
    }
}
