package clinic.notification;

import java.util.Map;
import java.util.Set;

/**
 * Under which keys the words of a letter stand. What a letter offers must be possible: a visit of a series is moved and
 * cancelled by calling, since the others depend on it.
 *
 * @param byPhone whether the one thing to do is to call
 */
record LetterWords(String occasion, String title, String lead, String offer, String note, boolean byPhone) {
    /** What either the patient did or the clinic. */
    private static final Set<LetterKind> BY_SOMEBODY =
            Set.of(LetterKind.MOVED, LetterKind.CANCELLED, LetterKind.WITHDRAWN);

    private static final Set<LetterKind> WITH_LINK = Set.of(LetterKind.BOOKED, LetterKind.MOVED, LetterKind.LINK);

    static LetterWords of(OutboxMail mail) {
        LetterKind kind = mail.kind();
        String occasion = kind.wording();
        String title = occasion + (BY_SOMEBODY.contains(kind) && mail.byPatient() ? ".title.own" : ".title");
        if (kind == LetterKind.SERIES_CHANGED) {
            String plan = mail.plan().standing().isEmpty() ? "ended" : occasion;
            String note = mail.plan().entries().isEmpty() ? ".note" : ".note.entries";
            return new LetterWords(plan, plan + ".title", plan + ".lead", plan + ".do", plan + note, true);
        }
        if (mail.isOfSeries() && WITH_LINK.contains(kind)) {
            return new LetterWords(occasion, title, kind.lead(), "one.do", "one.note", false);
        }
        if (mail.isOfSeries() && kind.isCancellation()) {
            return new LetterWords(occasion, title, kind.lead(), "ended.do", occasion + ".note", true);
        }
        String lead =
                kind == LetterKind.BOOKED && mail.notice().comes().isPresent() ? "booked.lead.other" : kind.lead();
        return new LetterWords(occasion, title, lead, occasion + ".do", occasion + ".note", kind.isToRead());
    }

    String subject(LetterTexts texts, VisitTimes times, OutboxMail mail) {
        return texts.say(
                occasion + ".subject",
                Map.of(
                        "day", times.shortDay(mail.notice().slot()),
                        "time", times.start(mail.notice().slot()),
                        "count", Integer.toString(mail.plan().standing().size())));
    }
}
