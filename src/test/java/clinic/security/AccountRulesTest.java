package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.patient.Language;
import clinic.patient.MailReach;
import clinic.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {
    private static final MailReach REACH = new MailReach();

    private static NewAccount named(String name) {
        return new NewAccount(name, "Noor Haddad", "noor@example.org", Role.NURSE, Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noor", "n.haddad", "Noor-2", "abc"})
    void takesAPlainName(String name) {
        assertThat(AccountRules.flaws(named(name), REACH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-ab", "a b c", "no\nor", "PATIENT\u0000", "nöör", "a_b_c"})
    void refusesANameOneCouldMistake(String name) {
        assertThat(AccountRules.flaws(named(name), REACH)).containsExactly(AccountFlaw.NAME_BAD);
    }

    @Test
    void namesEverythingThatIsWrong() {
        NewAccount account = new NewAccount("?", " ", "nowhere", Role.ADMIN, Language.SPANISH);
        assertThat(AccountRules.flaws(account, REACH))
                .containsExactly(AccountFlaw.FULL_NAME_BAD, AccountFlaw.EMAIL_BAD, AccountFlaw.NAME_BAD);
    }

    @Test
    void takesNoAddressTheMailServerCannotDeliverTo() {
        NewAccount account = new NewAccount("noor", "Noor Haddad", "nöor@example.org", Role.NURSE, Language.ENGLISH);
        assertThat(AccountRules.flaws(account, REACH)).containsExactly(AccountFlaw.EMAIL_OUT_OF_REACH);
    }
}
