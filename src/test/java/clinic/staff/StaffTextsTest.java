package clinic.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffTextsTest {
    private static String said(Role role, Task task, Locale locale) {
        return StaffTexts.refused(Optional.of(new NotAllowed(Actor.of("kim", role, ""), task)), locale);
    }

    @Test
    void saysWhatTheRoleMayNotAndWhoMay() {
        assertThat(said(Role.FRONT_DESK, Task.OVERRIDE, Locale.US))
                .isEqualTo("This role (front desk) may not set a rule of booking aside. Nothing was done."
                        + " It can be done by: nurse, prescriber, admin.");
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryTaskAndRole(Task task) {
        for (Role role : Role.values()) {
            assertThat(said(role, task, Locale.US)).doesNotContainPattern("[A-Z]{2}|[{}]");
            assertThat(said(role, task, Locale.forLanguageTag("es")))
                    .doesNotContainPattern("[A-Z]{2}|[{}]")
                    .isNotEqualTo(said(role, task, Locale.US));
        }
    }

    @Test
    void saysOfAPatientOnlyThatItIsNotAllowed() {
        assertThat(StaffTexts.refused(Optional.of(new NotAllowed(Actor.patient(""), Task.READ)), Locale.US))
                .isEqualTo(StaffTexts.refused(Optional.empty(), Locale.US))
                .isEqualTo("Your role does not include this. Nothing was done.");
    }
}
