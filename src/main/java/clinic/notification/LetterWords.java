package clinic.notification;

import java.util.Map;
import java.util.Set;

/**
 * Under which keys the words of a letter stand. What a letter offers must be possible: a visit of a series is moved and
 * cancelled by calling, since the others depend on it.
 *
 * @param byPhone whether the one thing to do is to call
 */
record LetterWords(String occasion, String lead, String offer, String note, boolean byPhone) {
    private static final Set<LetterKind> WITH_LINK = Set.of(LetterKind.BOOKED, LetterKind.MOVED, LetterKind.LINK);

    static LetterWords of(OutboxMail mail) {
        LetterKind kind = mail.kind();
        String occasion = kind.wording();
        if (kind == LetterKind.SERIES_CHANGED) {
            String plan = mail.plan().standing().isEmpty() ? "ended" : occasion;
            String note = mail.plan().entries().isEmpty() ? ".note" : ".note.entries";
            return new LetterWords(plan, plan + ".lead", plan + ".do", plan + note, true);
        }
        if (mail.isOfSeries() && WITH_LINK.contains(kind)) {
            return new LetterWords(occasion, kind.lead(), "one.do", "one.note", false);
        }
        if (mail.isOfSeries() && kind.isCancellation()) {
            return new LetterWords(occasion, kind.lead(), "ended.do", occasion + ".note", true);
        }
        return new LetterWords(occasion, kind.lead(), occasion + ".do", occasion + ".note", kind.isToRead());
    }

    String subject(LetterTexts texts, VisitTimes times, OutboxMail mail) {
        return texts.say(
                occasion + ".subject",
                Map.of(
                        "day", times.shortDay(mail.notice().slot()),
                        "time", times.start(mail.notice().slot()),
                        "count", Integer.toString(mail.plan().standing().size())));
    }

    String title() {
        return occasion + ".title";
    }
}
