package clinic.security;

import clinic.patient.EmailAddress;
import clinic.patient.Flaw;
import clinic.patient.MailReach;
import clinic.patient.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an account and its password must be like. Length is what counts; no rule asks for signs nobody can remember. */
final class AccountRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    /** Of the lists of broken passwords, those that are long enough here, and what anybody would try at this door. */
    private static final Set<String> KNOWN = Set.of(
            "123456789012",
            "1234567890123",
            "qwertyuiop[]",
            "qwertyuiop123",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "passwordpassword",
            "password1234",
            "password12345",
            "iloveyou1234",
            "letmeinletmein",
            "administrator",
            "unbelievable",
            "abcdefghijkl",
            "111111111111",
            "000000000000",
            "changemenow1",
            "welcome12345");

    private AccountRules() {}

    static void check(NewAccount account, String password, MailReach reach) {
        List<AccountFlaw> flaws = new ArrayList<>(flaws(account, reach));
        flaws.addAll(flaws(password, account.name(), account.email()));
        refuse(flaws);
    }

    static void refuse(List<AccountFlaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new AccountRefused(flaws);
        }
    }

    static List<AccountFlaw> flaws(NewAccount account, MailReach reach) {
        List<AccountFlaw> flaws = new ArrayList<>();
        if (PersonName.flaw(account.fullName()).isPresent()) {
            flaws.add(AccountFlaw.FULL_NAME_BAD);
        }
        flaws.addAll(emailFlaws(account.email(), reach));
        if (!NAME.matcher(Account.nameOf(account.name())).matches()) {
            flaws.add(AccountFlaw.NAME_BAD);
        }
        return flaws;
    }

    static List<AccountFlaw> emailFlaws(String email, MailReach reach) {
        return EmailAddress.flaw(email, reach)
                .map(flaw -> flaw == Flaw.MAILBOX_OUT_OF_REACH ? AccountFlaw.EMAIL_OUT_OF_REACH : AccountFlaw.EMAIL_BAD)
                .map(List::of)
                .orElse(List.of());
    }

    /** A password that says the account's own name, or one word over and over, is as good as known. */
    static List<AccountFlaw> flaws(String password, String name, String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return List.of(AccountFlaw.PASSWORD_SHORT);
        }
        if (password.length() > LONGEST_PASSWORD) {
            return List.of(AccountFlaw.PASSWORD_LONG);
        }
        boolean known = KNOWN.contains(lower)
                || lower.equals(email.toLowerCase(Locale.ROOT))
                || lower.replace(Account.nameOf(name), "").length() < SHORTEST_PASSWORD / 2
                || lower.chars().distinct().count() < SHORTEST_PASSWORD / 3;
        return known ? List.of(AccountFlaw.PASSWORD_KNOWN) : List.of();
    }
}
