package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.Test;

class ConsoleVoiceTest {
    private static final Throwable CAUSE = new IllegalStateException("Found non-empty schema(s)");
    private static final Throwable NAME = new NameNotFoundException("clinic not found");

    @Test
    void theFirstFailureTellsWhy() {
        assertThat(ConsoleVoice.telling(null, CAUSE)).isSameAs(CAUSE);
        assertThat(ConsoleVoice.telling(CAUSE, new IllegalStateException("later")))
                .isSameAs(CAUSE);
        assertThat(ConsoleVoice.telling(null, NAME)).isSameAs(NAME);
    }

    @Test
    void aNameNobodyFindsIsAConsequence() {
        assertThat(ConsoleVoice.telling(NAME, CAUSE)).isSameAs(CAUSE);
        assertThat(ConsoleVoice.telling(CAUSE, NAME)).isSameAs(CAUSE);
    }
}
