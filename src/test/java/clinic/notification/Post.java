package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.booking.PrivateLinks;
import clinic.calendar.Clinic;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.staff.StaffLetter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The vocabulary of tests about letters: one clinic, one visit of Ana's, one moment at which letters became owed. */
final class Post {
    static final Instant OWED = Instant.parse("2026-02-20T18:00:00.123456Z");
    static final Clock CLOCK = Clock.fixed(OWED, ZoneOffset.UTC);
    static final Slot TUESDAY_AT_TEN = slot("2026-03-03", "10:00");
    static final UUID UID = UUID.fromString("3d1f8a52-7c0e-4a55-9b61-0d6f5a8f2b11");
    static final PrivateLinks TOKENS = new PrivateLinks("a secret of tests");
    static final String BASE = "https://visits.example.org";

    private Post() {}

    static Clinic sherman() {
        return clinic("Sherman Oaks office", "4955 Van Nuys Blvd Suite 411");
    }

    static Clinic clinic(String name, String street) {
        return new Clinic(name, street, "Sherman Oaks, CA 91403", "818-217-8699", ZoneId.of("America/Los_Angeles"));
    }

    static Slot slot(String day, String start) {
        return new Slot(LocalDate.parse(day), QuarterHours.lasting(LocalTime.parse(start), 30));
    }

    static Notice anaAt(Slot slot, int revision, String language) {
        return visit(slot, revision, "Ana", "ana@example.org", language);
    }

    static Notice visit(Slot slot, int revision, String firstName, String email, String language) {
        return new Notice(17, UID, 0, revision, slot, firstName, "Ruiz", email, language);
    }

    static OutboxMail mail(LetterKind kind, Notice visit) {
        if (kind.isForStaff()) {
            StaffLetter.Kind link = StaffLetter.Kind.valueOf(kind.name().replace("STAFF_", ""));
            return new OutboxMail(
                    kind, new StaffLetter(link, 7, "noor", "Noor Haddad", "noor@example.org", visit.language()), OWED);
        }
        Optional<Slot> before = kind == LetterKind.MOVED ? Optional.of(slot("2026-02-27", "16:30")) : Optional.empty();
        return new OutboxMail(kind, "visit:17:" + kind.wording() + ":" + visit.revision(), visit, before, OWED);
    }

    static OutboxMail mailTo(String firstName, String email) {
        return mail(LetterKind.BOOKED, visit(TUESDAY_AT_TEN, 0, firstName, email, "en"));
    }

    static Envelopes envelopes() {
        return envelopes(sherman(), Optional.empty());
    }

    static Envelopes envelopes(Clinic clinic, Optional<String> from) {
        Sender sender = sender(clinic, from);
        return new Envelopes(sender, writer(clinic, sender));
    }

    static LetterWriter writer() {
        return writer(sherman(), sender(sherman(), Optional.empty()));
    }

    static Invitations invitations(Clinic clinic) {
        return invitations(clinic, sender(clinic, Optional.empty()));
    }

    private static LetterWriter writer(Clinic clinic, Sender sender) {
        return new LetterWriter(profile(clinic), links(), invitations(clinic, sender), new LetterPaper());
    }

    private static Invitations invitations(Clinic clinic, Sender sender) {
        return new Invitations(profile(clinic), sender, links());
    }

    private static Sender sender(Clinic clinic, Optional<String> from) {
        return new Sender(from, BASE, profile(clinic), TOKENS);
    }

    private static VisitLinks links() {
        return new VisitLinks(BASE, TOKENS);
    }

    private static ClinicProfile profile(Clinic clinic) {
        return new ClinicProfile() {
            @Override
            public Clinic clinic() {
                return clinic;
            }
        };
    }
}
