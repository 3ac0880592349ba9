package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.PrivateLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentFormTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final BrowserSeal SEAL = new BrowserSeal(new PrivateLinks("a secret of the clinic"));
    private static final BrowserSeal OTHER_CLINIC = new BrowserSeal(new PrivateLinks("another secret"));

    private static SentForm form() {
        return new SentForm("id", "fingerprint", OptionalLong.of(7), "place", NOW);
    }

    @Test
    void isWaitedForWhileItIsWorkedOnAndNotForEver() {
        assertThat(form().isBeingSent(NOW.plusSeconds(29))).isTrue();
        assertThat(form().isBeingSent(NOW.plusSeconds(30))).isFalse();
    }

    @Test
    void aSecondPressLeadsWhereTheFirstDidOnlyAtOnce() {
        SentForm form = form();
        form.end(SentForm.State.WENT_ON, 0, new byte[0], NOW);
        assertThat(form.hasJustGoneOn(NOW.plusSeconds(9))).isTrue();
        assertThat(form.hasJustGoneOn(NOW.plusSeconds(10))).isFalse();
        assertThat(form.isBeingSent(NOW)).isFalse();
        form.end(SentForm.State.ANSWERED, 200, new byte[0], NOW);
        assertThat(form.hasJustGoneOn(NOW.plusSeconds(1))).as("it was answered").isFalse();
    }

    @Test
    void keepsWhatWasTypedForFourHours() {
        SentForm form = form();
        form.end(SentForm.State.TYPED, 0, new byte[0], NOW);
        assertThat(form.isExpired(NOW.plus(Duration.ofHours(4)).minusSeconds(1)))
                .isFalse();
        assertThat(form.isExpired(NOW.plus(Duration.ofHours(4)))).isTrue();
        form.end(SentForm.State.ANSWERED, 200, new byte[0], NOW);
        assertThat(form.isExpired(NOW.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void isOfOneAccountOnePlaceAndHalfAnHour() {
        assertThat(form().isOf(OptionalLong.of(7), "place", NOW)).isTrue();
        assertThat(form().isOf(OptionalLong.of(8), "place", NOW)).isFalse();
        assertThat(form().isOf(OptionalLong.empty(), "place", NOW)).isFalse();
        assertThat(form().isOf(OptionalLong.of(7), "another", NOW)).isFalse();
        assertThat(form().isOf(OptionalLong.of(7), "place", NOW.plus(Duration.ofMinutes(30))))
                .isFalse();
        SentForm nobodys = new SentForm("id", "fingerprint", OptionalLong.empty(), "place", NOW);
        assertThat(nobodys.isOf(OptionalLong.empty(), "place", NOW)).isTrue();
        assertThat(nobodys.isOf(OptionalLong.of(7), "place", NOW)).isFalse();
    }

    @Property(tries = 50)
    void onlyTheSameBrowserReadsWhatItSealed(@ForAll String text) {
        byte[] sealed = SEAL.seal("one browser", text);
        assertThat(SEAL.open("one browser", sealed)).contains(text);
        assertThat(SEAL.open("another", sealed)).isEmpty();
        assertThat(OTHER_CLINIC.open("one browser", sealed)).isEmpty();
        byte[] changed = Arrays.copyOf(sealed, sealed.length);
        changed[changed.length - 1] ^= 1;
        assertThat(SEAL.open("one browser", changed)).isEmpty();
        assertThat(SEAL.open("one browser", new byte[5])).isEmpty();
    }

    @Test
    void neverKeepsAPasswordAndSaysThatItIsNotWhole() {
        Map<String, String[]> sent = new LinkedHashMap<>();
        sent.put("csrf", new String[] {"word"});
        sent.put("remark", new String[] {"a & b = c?", "ü"});
        TypedForm typed = TypedForm.read(TypedForm.of("/staff/patient/12", sent).written());
        assertThat(typed.path()).isEqualTo("/staff/patient/12");
        assertThat(typed.complete()).isTrue();
        assertThat(typed.fields())
                .containsExactly(new TypedForm.Field("remark", "a & b = c?"), new TypedForm.Field("remark", "ü"));
        sent.put("newPassword", new String[] {"a secret"});
        TypedForm secret = TypedForm.of("/staff/account", sent);
        assertThat(secret.complete()).isFalse();
        assertThat(secret.written()).doesNotContain("secret");
    }
}
