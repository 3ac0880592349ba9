package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.PrivateLinks;
import clinic.security.AuditChain.Link;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00.123456Z");
    private final AuditChain chain = new AuditChain(new PrivateLinks("a secret of more than thirty-two signs"));
    private final List<Link> links = new ArrayList<>();

    private static AuditEntry entry(String action) {
        Actor nurse = Actor.of("noor", Role.NURSE, "10.0.0.7");
        return new AuditEntry(Deed.done(nurse, action, "PATIENT", 12).fields(Set.of("phone", "email")), NOW);
    }

    private void chain(String... actions) {
        String last = "";
        for (String action : actions) {
            AuditEntry entry = entry(action);
            AuditSeal seal = chain.next(links.size() + 1, last, entry);
            links.add(new Link(seal, Optional.of(entry)));
            last = seal.seal();
        }
    }

    private boolean holds() {
        return chain.firstBroken(0, "", links).isEmpty();
    }

    @Test
    void holdsWhenNobodyTouchedIt() {
        chain("READ", "CHANGE", "MERGE");
        assertThat(holds()).isTrue();
    }

    @Test
    void breaksWhereAnEntryWasChanged() {
        chain("READ", "CHANGE", "MERGE");
        links.set(1, new Link(links.get(1).seal(), Optional.of(entry("READ"))));
        assertThat(holds()).isFalse();
    }

    @Test
    void breaksWhereAnEntryIsGone() {
        chain("READ", "CHANGE", "MERGE");
        links.set(1, new Link(links.get(1).seal(), Optional.empty()));
        assertThat(holds()).isFalse();
    }

    @Test
    void breaksWhereALinkWasTakenOut() {
        chain("READ", "CHANGE", "MERGE");
        links.remove(1);
        assertThat(holds()).isFalse();
    }

    @Test
    void breaksWhereTwoLinksWereExchanged() {
        chain("READ", "CHANGE");
        links.add(links.remove(0));
        assertThat(holds()).isFalse();
    }

    @Test
    void cannotBeForgedWithoutTheSecretOfTheHouse() {
        AuditChain forger = new AuditChain(new PrivateLinks("another secret of more than thirty-two signs"));
        AuditEntry forged = entry("NOTHING");
        links.add(new Link(forger.next(1, "", forged), Optional.of(forged)));
        assertThat(holds()).isFalse();
    }

    @Test
    void namesFieldsInOneOrderAndNoTwoEntriesAlike() {
        assertThat(entry("READ").wording())
                .contains("11:email phone")
                .isNotEqualTo(entry("READ2").wording());
    }
}
