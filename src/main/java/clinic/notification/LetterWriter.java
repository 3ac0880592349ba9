package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.calendar.Clinic;
import clinic.calendar.ClinicProfile;
import clinic.patient.FamilyName;
import clinic.staff.StaffLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what the outbox kept into words. All letters are built alike: what happened, when and where, one thing to do, and
 * whom to call.
 */
@ApplicationScoped
class LetterWriter {
    private ClinicProfile profile;
    private VisitLinks links;
    private Invitations invitations;
    private LetterPaper paper;

    protected LetterWriter() {}

    @Inject
    LetterWriter(ClinicProfile profile, VisitLinks links, Invitations invitations, LetterPaper paper) {
        this.profile = profile;
        this.links = links;
        this.invitations = invitations;
        this.paper = paper;
    }

    Letter write(OutboxMail mail) {
        LetterTexts texts = LetterTexts.in(mail.notice().language());
        VisitTimes times = new VisitTimes(texts, profile.clinic().zone());
        LetterWords words = LetterWords.of(mail);
        PlanText plan = new PlanText(mail.plan(), texts, times, visit -> linkIn(mail, visit));
        String subject = words.subject(texts, times, mail);

        Map<String, Object> content = new HashMap<>();
        content.put("language", texts.language());
        content.put("subject", subject);
        content.put("title", texts.say(words.title()));
        content.put("lead", texts.say(words.lead(), Map.of("who", who(mail))));
        content.put("hello", texts.say("hello"));
        content.put("name", OneLine.of(mail.notice().firstName()));
        content.put("facts", facts(mail, texts, times));
        mail.mention().ifPresent(other -> content.put("also", also(other, texts, times)));
        content.put("visits", plan.standing());
        content.put("dropped", plan.dropped());
        content.put("linkLabel", texts.say("list.link"));
        content.put("droppedLabel", texts.say("list.dropped"));
        String phone = profile.clinic().phone();
        content.put("doLabel", texts.say(words.offer()));
        content.put("doLink", words.byPhone() ? phoneLink(phone) : link(mail));
        content.put("doShown", words.byPhone() ? phone : link(mail));
        content.put("note", texts.say(words.note()));
        content.put("questions", texts.say("questions"));
        content.put("office", profile.clinic().name());
        content.put("phone", phone);
        content.put("phoneLink", phoneLink(phone));
        return new Letter(
                texts.language(), OneLine.of(subject), paper.text(content), paper.html(content), invitation(mail));
    }

    private String linkIn(OutboxMail mail, OutboxVisit visit) {
        return mail.kind() == LetterKind.LINKS ? links.to(visit.notice(mail.notice())) : "";
    }

    private String link(OutboxMail mail) {
        return switch (mail.kind()) {
            case BOOKED, KEPT_FOR_REVIEW, UNCONFIRMED, MOVED, LINK -> links.to(mail.notice());
            case CANCELLED,
                    WITHDRAWN,
                    LINKS,
                    SERIES_PLANNED,
                    SERIES_CHANGED,
                    ENTRY_MOVED,
                    ENTRY_CANCELLED,
                    NEXT_VISIT -> links.home();
            case STAFF_INVITATION ->
                links.ofStaff(StaffLetter.Kind.INVITATION, mail.link().orElseThrow());
            case STAFF_RESET ->
                links.ofStaff(StaffLetter.Kind.RESET, mail.link().orElseThrow());
        };
    }

    private List<Map<String, String>> facts(OutboxMail mail, LetterTexts texts, VisitTimes times) {
        if (mail.kind().isForStaff()) {
            return List.of(fact(texts, "account", OneLine.of(mail.notice().lastName())));
        }
        Clinic clinic = profile.clinic();
        if (mail.kind().hasList()) {
            return mail.plan().standing().isEmpty()
                    ? List.of()
                    : List.of(where(texts, clinic), fact(texts, "zone", times.zone()));
        }
        if (mail.kind() == LetterKind.NEXT_VISIT) {
            return List.of(where(texts, clinic));
        }
        boolean cancelled = mail.kind().isCancellation();
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact(texts, when(mail), times.full(mail.notice().slot())));
        mail.before()
                .ifPresent(before ->
                        facts.add(Map.of("label", texts.say("before"), "value", times.full(before), "over", "yes")));
        mail.notice().comes().ifPresent(comes -> {
            facts.add(fact(texts, "who", OneLine.of(comes)));
            facts.add(fact(texts, "writer", OneLine.of(writer(mail))));
        });
        if (!cancelled) {
            facts.add(where(texts, clinic));
        }
        return facts;
    }

    private static String when(OutboxMail mail) {
        if (mail.kind().isCancellation()) {
            return "cancelled.when";
        }
        return mail.kind().isOnlyKept() ? "kept.when" : mail.before().isPresent() ? "moved.when" : "when";
    }

    /** Who comes, whoever wrote. */
    private static String who(OutboxMail mail) {
        return OneLine.of(mail.notice().comes().orElseGet(() -> writer(mail)));
    }

    private static String writer(OutboxMail mail) {
        return FamilyName.full(mail.notice().firstName(), mail.notice().lastName());
    }

    private Map<String, String> also(Notice other, LetterTexts texts, VisitTimes times) {
        return Map.of(
                "text",
                texts.say(
                        other.comes().isPresent() ? "also.other" : "also",
                        Map.of(
                                "when",
                                times.full(other.slot()),
                                "who",
                                other.comes().map(OneLine::of).orElse(""))),
                "label",
                texts.say("also.do"),
                "link",
                links.to(other));
    }

    private static Map<String, String> where(LetterTexts texts, Clinic clinic) {
        return fact(texts, "where", clinic.name() + ", " + clinic.address());
    }

    private static Map<String, String> fact(LetterTexts texts, String label, String value) {
        return Map.of("label", texts.say(label), "value", value);
    }

    private Optional<Invitation> invitation(OutboxMail mail) {
        Notice visit = mail.notice();
        return switch (mail.kind()) {
            case BOOKED, MOVED, ENTRY_MOVED -> Optional.of(invitations.request(visit, mail.createdAt()));
            case CANCELLED, UNCONFIRMED, ENTRY_CANCELLED ->
                Optional.of(invitations.cancellation(visit, mail.createdAt()));
            case SERIES_PLANNED, SERIES_CHANGED -> ofPlan(mail);
            case KEPT_FOR_REVIEW, WITHDRAWN, LINK, LINKS, NEXT_VISIT, STAFF_INVITATION, STAFF_RESET -> Optional.empty();
        };
    }

    private Optional<Invitation> ofPlan(OutboxMail mail) {
        List<OutboxVisit> standing = mail.plan().standing();
        if (standing.isEmpty() && mail.plan().onlyChange().isEmpty()) {
            return Optional.of(invitations.withdrawn(mail.notices(mail.plan().dropped()), mail.createdAt()));
        }
        return mail.plan().onlyChange().map(change -> ofOne(change, mail)).or(() -> Optional.of(mail.notices(standing))
                .map(visits -> invitations.published(visits, mail.createdAt())));
    }

    private Invitation ofOne(OutboxVisit change, OutboxMail mail) {
        Notice visit = change.notice(mail.notice());
        return change.news() == OutboxVisit.News.DROPPED
                ? invitations.cancellation(visit, mail.createdAt())
                : invitations.request(visit, mail.createdAt());
    }

    /** Ten digits are a number of this country. */
    private static String phoneLink(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return "tel:" + (phone.startsWith("+") ? "+" : digits.length() == 10 ? "+1" : "") + digits;
    }
}
