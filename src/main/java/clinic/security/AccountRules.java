package clinic.security;

import clinic.patient.EmailAddress;
import clinic.patient.Flaw;
import clinic.patient.MailReach;
import clinic.patient.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an account must be like. */
final class AccountRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]");

    private AccountRules() {}

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
}
