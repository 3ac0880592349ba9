package clinic.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How a letter lists the visits of a plan, and says what became of each. */
final class PlanText {
    private final Plan plan;
    private final LetterTexts texts;
    private final VisitTimes times;
    private final Function<OutboxVisit, String> link;

    /**
     * @param link where a visit is seen and changed; empty where the list says only when they are
     */
    PlanText(Plan plan, LetterTexts texts, VisitTimes times, Function<OutboxVisit, String> link) {
        this.plan = plan;
        this.texts = texts;
        this.times = times;
        this.link = link;
    }

    /** Those that stand, each with its number and what is new about it. */
    List<Map<String, String>> standing() {
        return plan.standing().stream()
                .map(visit -> Map.of(
                        "no",
                        Integer.toString(visit.no()),
                        "when",
                        times.inList(visit.slot()),
                        "news",
                        String.join(" ", news(visit)),
                        "link",
                        link.apply(visit)))
                .toList();
    }

    private List<String> news(OutboxVisit visit) {
        List<String> news = new ArrayList<>();
        switch (visit.news()) {
            case ADDED -> news.add(texts.say("list.added"));
            case MOVED -> {
                news.add(texts.say("list.moved"));
                visit.before()
                        .ifPresent(before -> news.add(texts.say("list.before", Map.of("when", times.inList(before)))));
            }
            default -> {}
        }
        return news;
    }

    /** When those would have been that fell away. */
    List<String> dropped() {
        return plan.dropped().stream().map(visit -> times.inList(visit.slot())).toList();
    }
}
