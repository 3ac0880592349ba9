package clinic.web;

import clinic.protocol.Gap;
import clinic.protocol.ProtocolNumbers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A protocol in plain words. */
@RequestScoped
class ProtocolWords {
    @Inject
    private Words words;

    /** One line each for the days, the hours, and who is needed. */
    List<String> lines(ProtocolNumbers numbers) {
        List<String> lines = new ArrayList<>();
        lines.add(days(numbers));
        lines.add(phases(numbers));
        lines.add(words.say("protocols.needs", words.say("people.for." + numbers.room()), numbers.acuity()));
        List<Integer> checkpoints = numbers.checkpointsInOrder();
        if (!checkpoints.isEmpty()) {
            lines.add(words.say(
                    checkpoints.size() == 1 ? "protocols.check" : "protocols.checks",
                    checkpoints.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private String days(ProtocolNumbers numbers) {
        List<String> parts = new ArrayList<>();
        parts.add(words.count("protocols.visits", numbers.visits()));
        parts.add(gap(numbers));
        if (numbers.gapLeast() < numbers.gapMost()) {
            parts.add(words.say("protocols.best", numbers.gapTarget()));
        }
        if (numbers.isSeries()) {
            parts.add(words.say("protocols.within", numbers.windowDays()));
            if (numbers.weekendSplits() < ProtocolNumbers.ANY_SPLITS) {
                parts.add(
                        numbers.weekendSplits() == 0
                                ? words.say("protocols.splits.none")
                                : words.count("protocols.splits", numbers.weekendSplits()));
            }
        }
        return String.join(", ", parts);
    }

    private String gap(ProtocolNumbers numbers) {
        String days = numbers.gapLeast() == numbers.gapMost()
                ? unit(numbers.gapUnit(), numbers.gapMost())
                : words.say("protocols.from.to", numbers.gapLeast(), unit(numbers.gapUnit(), numbers.gapMost()));
        return numbers.isSeries() ? words.say("protocols.apart", days) : words.say("protocols.after", days);
    }

    private String unit(Gap.Unit unit, int days) {
        return words.count("protocols.unit." + unit, days);
    }

    private String phases(ProtocolNumbers numbers) {
        return words.say(
                "protocols.phases",
                numbers.prep(),
                minutes(numbers.infusion(), numbers.infusionLeast(), numbers.infusionMost()),
                minutes(numbers.recovery(), numbers.recoveryLeast(), numbers.recoveryMost()),
                numbers.turnover());
    }

    private String minutes(int usual, int least, int most) {
        return least == most ? Integer.toString(usual) : words.say("protocols.range", usual, least, most);
    }
}
