package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.booking.CourseVisit;
import clinic.booking.PrivateLinks;
import clinic.calendar.Clinic;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.infusion.InfusionEvents.SeriesChanged;
import clinic.staff.StaffLetter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        return new Notice(
                17, UID, 0, revision, slot, firstName, "Ruiz", email, language, Optional.empty(), Optional.empty());
    }

    /** Luz comes, and Ana wrote for her. */
    static Notice luzAt(Slot slot, int revision, String language) {
        return new Notice(
                17,
                UID,
                0,
                revision,
                slot,
                "Ana",
                "Ruiz",
                "ana@example.org",
                language,
                Optional.empty(),
                Optional.of("Luz Ruiz"));
    }

    /** A visit of a series of six, and the number it bears in it. */
    static Notice planned(int no, Slot slot, int revision, String language) {
        UUID uid = new UUID(UID.getMostSignificantBits(), no);
        return new Notice(
                100 + no,
                uid,
                0,
                revision,
                slot,
                "Ana",
                "Ruiz",
                "ana@example.org",
                language,
                Optional.of(new CourseVisit(4, no, 6)),
                Optional.empty());
    }

    /** Six visits over two weeks. */
    static List<Notice> six(String language) {
        List<String> days = List.of("2026-03-02", "2026-03-04", "2026-03-06", "2026-03-09", "2026-03-11", "2026-03-13");
        return IntStream.rangeClosed(1, 6)
                .mapToObj(no -> planned(no, slot(days.get(no - 1), "10:00"), 0, language))
                .toList();
    }

    static OutboxMail plan(List<Notice> visits) {
        return new OutboxMail(LetterKind.SERIES_PLANNED, "series:4:planned:0", visits.get(0), Plan.of(visits), OWED);
    }

    /** The second of six moved and the fifth fell away, as {@link #six} were told before. */
    static SeriesChanged twoChanges(String language) {
        List<Notice> six = six(language);
        Notice moved = planned(2, slot("2026-03-05", "11:30"), 1, language);
        Notice dropped = planned(5, six.get(4).slot(), 1, language);
        return new SeriesChanged(
                4, 1, List.of(six.get(0), moved, six.get(2), six.get(3), six.get(5)), List.of(moved), List.of(dropped));
    }

    /** The links of two visits under one address. */
    static OutboxMail links(String language) {
        List<Notice> visits = List.of(
                visit(TUESDAY_AT_TEN, 0, "Ana", "ana@example.org", language),
                new Notice(
                        18,
                        new UUID(1, 18),
                        2,
                        1,
                        slot("2026-03-04", "10:00"),
                        "Ana",
                        "Ruiz",
                        "ana@example.org",
                        language,
                        Optional.empty(),
                        Optional.empty()));
        return new OutboxMail(LetterKind.LINKS, "link:17:request", visits.get(0), Plan.of(visits), OWED);
    }

    static OutboxMail changed(SeriesChanged event) {
        Map<Long, Slot> told = six("en").stream().collect(Collectors.toMap(Notice::visit, Notice::slot));
        return changed(event, told);
    }

    static OutboxMail changed(SeriesChanged event, Map<Long, Slot> told) {
        Notice first = Stream.concat(event.plan().stream(), event.dropped().stream())
                .findFirst()
                .orElseThrow();
        return new OutboxMail(
                LetterKind.SERIES_CHANGED, "series:4:changed:" + event.revision(), first, Plan.of(event, told), OWED);
    }

    static OutboxMail mail(LetterKind kind, Notice visit) {
        if (kind.isForStaff()) {
            StaffLetter.Kind link = StaffLetter.Kind.valueOf(kind.name().replace("STAFF_", ""));
            return new OutboxMail(
                    kind, new StaffLetter(link, 7, "noor", "Noor Haddad", "noor@example.org", visit.language()), OWED);
        }
        switch (kind) {
            case LINKS -> {
                return links(visit.language());
            }
            case SERIES_PLANNED -> {
                return plan(six(visit.language()));
            }
            case SERIES_CHANGED -> {
                return changed(twoChanges(visit.language()));
            }
            default -> {}
        }
        boolean moved = kind == LetterKind.MOVED || kind == LetterKind.ENTRY_MOVED;
        Optional<Slot> before = moved ? Optional.of(slot("2026-02-27", "16:30")) : Optional.empty();
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
