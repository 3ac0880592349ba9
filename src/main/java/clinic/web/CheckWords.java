package clinic.web;

import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.care.CareDesk;
import clinic.care.CheckKind;
import clinic.care.CheckRecord;
import clinic.care.Measured;
import clinic.care.OutOfLimits;
import clinic.protocol.Limit;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What was asked, measured and verified, in words: never asked, yes and no are three different things. */
@RequestScoped
class CheckWords {
    @Inject
    private CareDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private VisitWords visitWords;

    @Inject
    private WhoWords who;

    @Inject
    private Words words;

    /** How a check stands. */
    String state(CheckKind kind, Optional<CheckRecord> check) {
        return words.say("care.answer." + kind
                + check.map(each -> each.ok() ? ".yes" : ".no").orElse(".open"));
    }

    /** In place of what only clinicians read. */
    String hidden() {
        return words.say("care.hidden");
    }

    /** The value, by whom and when. */
    String said(CheckRecord check) {
        String by = words.say("care.by", visitWords.at(check.at()), who.name(check.by()));
        String value = value(check);
        return value.isEmpty() ? by : value + ", " + by;
    }

    private String value(CheckRecord check) {
        Measured measured = check.measured();
        if (measured.systolic().isPresent()) {
            return words.say(
                    "care.vitals",
                    measured.systolic().getAsInt(),
                    measured.diastolic().getAsInt(),
                    measured.pulse().getAsInt(),
                    measured.saturation().getAsInt());
        }
        return check.weight()
                .map(weight ->
                        check.kind() == CheckKind.ORDER ? words.say("care.order.for", weight) : weight.toString())
                .orElse("");
    }

    /** A whole entry: what it is, the answer, the value, by whom and when. */
    String entry(CheckRecord check) {
        String answer = check.kind() == CheckKind.WEIGHT
                ? words.say("care.check." + check.kind())
                : words.say(
                        "care.entry", words.say("care.check." + check.kind()), state(check.kind(), Optional.of(check)));
        return words.say("care.entry", answer, said(check));
    }

    String struck(CheckRecord.Strike strike) {
        return words.say(
                "care.struck", who.name(strike.by(), strike.role()), visitWords.at(strike.at()), strike.reason());
    }

    /** A sentence for each value out of its limits. */
    List<String> outside(CheckRecord check) {
        return check.outside().stream().map(this::outside).toList();
    }

    private String outside(OutOfLimits out) {
        return words.say(
                "care.outside." + out.side().word(),
                words.say("care.vital." + out.vital()),
                out.value() + out.vital().unit(),
                out.limit() + out.vital().unit());
    }

    /** What to do about vitals out of their limits, by where the visit stands. */
    String advice(StaffVisit visit) {
        Status status = visit.status();
        String key = status == Status.IN_PROGRESS || status == Status.RECOVERING
                ? "care.advice." + status
                : "care.advice.before";
        return status.isOver()
                ? ""
                : words.say(key, desk.limits(caller.actor(), visit).of(Limit.RECHECK_MINUTES));
    }
}
