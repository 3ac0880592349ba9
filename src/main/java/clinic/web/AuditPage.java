package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.security.AnchorCheck;
import clinic.security.AuditDesk;
import clinic.security.AuditEntry;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The trail of what everybody did, {@code staff/audit.xhtml}; for auditors. */
@Named
@RequestScoped
public class AuditPage {
    private static final int AT_ONCE = 100;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Inject
    private AuditDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    private final AuditFilter filter = new AuditFilter();
    private List<AuditEntry> entries = List.of();
    private String proof = "";
    private boolean broken;

    public void open() {
        entries = desk.find(caller.actor(), filter.question(profile.zone()), AT_ONCE);
    }

    public void verify() {
        AuditDesk.Proof found = desk.verify(caller.actor());
        broken = !found.holds();
        String chain = found.firstBroken()
                .map(entry -> words.say("audit.broken", entry))
                .orElseGet(() -> found.cutOff()
                        ? words.say("audit.cut", found.sealed())
                        : words.say("audit.holds", found.sealed()));
        proof = Stream.concat(
                        Stream.of(chain, anchored(found.anchor())),
                        found.anchor().elsewhere().stream().map(other -> words.say("audit.anchor.elsewhere", other)))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String anchored(AnchorCheck anchor) {
        String at = anchor.at()
                .map(moment -> words.moment(moment.atZone(profile.zone())))
                .orElse("");
        return switch (anchor.state()) {
            case NONE -> "";
            case KEPT ->
                anchor.from() == 0
                        ? words.say("audit.anchor.kept", anchor.to())
                        : words.say("audit.anchor.later", anchor.from(), anchor.to());
            case MISSING -> words.say("audit.anchor.missing", anchor.to());
            case DAMAGED -> words.say("audit.anchor.damaged", anchor.from());
            case CUT -> words.say("audit.anchor.cut", anchor.to(), at, anchor.from(), anchor.to() - anchor.from());
            case REPLACED -> words.say("audit.anchor.replaced", anchor.from(), at);
        };
    }

    public String when(AuditEntry entry) {
        return WHEN.format(entry.at().atZone(profile.zone()));
    }

    public List<AuditEntry> getEntries() {
        return entries;
    }

    public boolean isMore() {
        return entries.size() == AT_ONCE;
    }

    /** The same question, as it stands in an address. */
    public String getQuery() {
        return filter.query("");
    }

    public String getOlder() {
        return filter.query(Long.toString(entries.get(entries.size() - 1).id()));
    }

    public String getProof() {
        return proof;
    }

    public boolean isBroken() {
        return broken;
    }

    public String getFrom() {
        return filter.get("from");
    }

    public void setFrom(String from) {
        filter.set("from", Typed.text(from));
    }

    public String getTo() {
        return filter.get("to");
    }

    public void setTo(String to) {
        filter.set("to", Typed.text(to));
    }

    public String getWho() {
        return filter.get("who");
    }

    public void setWho(String who) {
        filter.set("who", Typed.text(who));
    }

    public String getAction() {
        return filter.get("action");
    }

    public void setAction(String action) {
        filter.set("action", Typed.text(action));
    }

    public String getRecord() {
        return filter.get("record");
    }

    public void setRecord(String record) {
        filter.set("record", Typed.text(record));
    }

    public String getRecordId() {
        return filter.get("id");
    }

    public void setRecordId(String id) {
        filter.set("id", Typed.text(id));
    }

    public String getBefore() {
        return filter.get("before");
    }

    public void setBefore(String before) {
        filter.set("before", Typed.text(before));
    }
}
