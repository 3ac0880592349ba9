package clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.capacity.Purpose;
import clinic.protocol.ProtocolVersion.State;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protocols proposed by one person and approved by another; each test makes a code of its own. */
@ExtendWith(ArquillianExtension.class)
class ProtocolDeskIT {
    private static final Actor ADMIN = Actor.of("admin", Role.ADMIN, "127.0.0.1");
    private static final Actor PRESCRIBER = Actor.of("prescriber", Role.PRESCRIBER, "127.0.0.1");

    @Inject
    private ProtocolDesk desk;

    @Inject
    private Protocols protocols;

    @PersistenceContext
    private EntityManager em;

    @Test
    void theHouseBeginsWithItsEightProtocols() {
        List<ProtocolVersion> shipped = desk.all(PRESCRIBER).stream()
                .filter(version -> version.proposedBy().equals("HOUSE"))
                .toList();

        assertThat(shipped)
                .extracting(ProtocolVersion::code)
                .containsExactly(
                        "BOOST_MOOD",
                        "BOOST_PAIN",
                        "CRPS_10DAY",
                        "MOOD_4",
                        "MOOD_6",
                        "PAIN_5DAY",
                        "PAIN_LOW_6",
                        "PAIN_MID_3");
        assertThat(shipped).allSatisfy(version -> assertThat(version.numbers().refusals(11 * 60, ClinicalLimits.USUAL))
                .isEmpty());
        assertThat(protocols.inUse("CRPS_10DAY").orElseThrow().protocol())
                .isEqualTo(new Protocol(
                        "CRPS_10DAY",
                        1,
                        10,
                        new Gap(Gap.Unit.CLINIC_DAYS, 1, 1, 1),
                        14,
                        1,
                        new Phases(30, 240, 60, 15),
                        Purpose.PAIN,
                        3,
                        Set.of(5, 10)));
    }

    @Test
    void anApprovedDraftIsPlannedWithAndTheOneBeforeStays() {
        desk.approve(PRESCRIBER, desk.propose(ADMIN, "TRY_APPROVED", numbers(5)));
        ProtocolVersion first = protocols.inUse("TRY_APPROVED").orElseThrow();

        long draft = desk.propose(ADMIN, "TRY_APPROVED", numbers(6));
        assertThat(protocols.inUse("TRY_APPROVED").orElseThrow().id()).isEqualTo(first.id());

        desk.approve(PRESCRIBER, draft);
        assertThat(protocols.of("TRY_APPROVED"))
                .extracting(ProtocolVersion::version, ProtocolVersion::state)
                .containsExactly(tuple(2, State.APPROVED), tuple(1, State.RETIRED));
        assertThat(protocols.find("TRY_APPROVED", 1).orElseThrow().numbers()).isEqualTo(numbers(5));
        assertThat(protocols.find("TRY_APPROVED", 2).orElseThrow().approvedBy()).contains("prescriber");
    }

    @Test
    void aSecondProposalTakesThePlaceOfTheFirst() {
        long before = desk.propose(ADMIN, "TRY_TWICE", numbers(4));
        long after = desk.propose(ADMIN, "TRY_TWICE", numbers(5));

        assertThat(protocols.of("TRY_TWICE")).extracting(ProtocolVersion::id).containsExactly(after);
        assertThatExceptionOfType(UnknownProtocol.class).isThrownBy(() -> desk.approve(PRESCRIBER, before));
    }

    @Test
    void onlyADraftCanBeDiscarded() {
        long draft = desk.propose(ADMIN, "TRY_DISCARDED", numbers(4));
        desk.discard(PRESCRIBER, draft);
        assertThat(protocols.of("TRY_DISCARDED")).isEmpty();

        long approved = desk.propose(ADMIN, "TRY_DISCARDED", numbers(4));
        desk.approve(PRESCRIBER, approved);
        assertThatExceptionOfType(UnknownProtocol.class).isThrownBy(() -> desk.discard(ADMIN, approved));
    }

    @Test
    void whoProposesDoesNotApprove() {
        long draft = desk.propose(ADMIN, "TRY_ALONE", numbers(4));

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.approve(ADMIN, draft));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.propose(PRESCRIBER, "TRY_ALONE", numbers(4)));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> desk.discard(Actor.of("nurse", Role.NURSE, ""), draft));
    }

    @Test
    void everythingWrongIsNamedAndNothingIsStored() {
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.propose(ADMIN, "try wrong", numbers(11)))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::field, Refusal::reason)
                        .containsExactly(
                                tuple("protocolCode", Reason.UNKNOWN_CODE), tuple("visits", Reason.OUT_OF_RANGE)));
        assertThat(protocols.of("try wrong")).isEmpty();
    }

    @Test
    void everyStepIsOnRecord() {
        desk.approve(PRESCRIBER, desk.propose(ADMIN, "TRY_RECORDED", numbers(4)));

        assertThat(String.valueOf(em.createNativeQuery("select action from audit_entry where record = 'PROTOCOL'"
                                + " and record_id = 'TRY_RECORDED/1' order by id")
                        .getResultList()))
                .isEqualTo("[PROPOSE_PROTOCOL, APPROVE_PROTOCOL]");
    }

    private static ProtocolNumbers numbers(int visits) {
        return new ProtocolNumbers(
                visits,
                Gap.Unit.CALENDAR_DAYS,
                2,
                3,
                5,
                28,
                ProtocolNumbers.ANY_SPLITS,
                Purpose.MOOD,
                15,
                45,
                40,
                60,
                30,
                20,
                60,
                15,
                2,
                Set.of(2),
                ClinicalLimits.NONE);
    }
}
