package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SealedTest {
    private final String key = new PrivateLinks("a secret of more than thirty-two signs").key("lasting", "");
    private final String another = new PrivateLinks("another secret of more than thirty-two").key("lasting", "");

    @Test
    void isReadOnlyByWhoHasTheKey() {
        String sealed = Sealed.seal(key, "the first secret");
        assertThat(sealed).doesNotContain("first");
        assertThat(Sealed.open(key, sealed)).isEqualTo("the first secret");
        assertThatIllegalStateException().isThrownBy(() -> Sealed.open(another, sealed));
    }

    @Test
    void isNeverSealedTheSameWayTwice() {
        assertThat(Sealed.seal(key, "text")).isNotEqualTo(Sealed.seal(key, "text"));
    }
}
