package clinic.security;

import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the trail and proves that nobody has touched it: an auditor's tasks, and on record like any other. */
@ApplicationScoped
public class AuditDesk {
    private static final String TRAIL = "AUDIT_TRAIL";
    private static final int MOST_AT_ONCE = 1000;

    /**
     * What the proof found.
     *
     * @param sealed how many entries hang in the chain
     * @param firstBroken the entry at which the chain breaks
     * @param cutOff entries at its end are gone
     * @param anchor what the file outside the database says
     */
    public record Proof(long sealed, Optional<Long> firstBroken, boolean cutOff, AnchorCheck anchor) {
        public boolean holds() {
            return firstBroken.isEmpty() && !cutOff && anchor.holds();
        }
    }

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AuditChain chain;

    @Inject
    private AuditAnchor anchor;

    @Inject
    private Event<Deed> deeds;

    /** The newest first. */
    @Transactional
    public List<AuditEntry> find(Actor actor, AuditQuestion question, int atMost) {
        actor.must(Task.READ_AUDIT_TRAIL);
        if (question.before().isEmpty()) {
            deeds.fire(Deed.done(actor, "READ_AUDIT", TRAIL, ""));
        }
        return entries(question, Math.min(atMost, MOST_AT_ONCE));
    }

    /** Takes out everything the question asks for, in parts; only the first is on record. */
    @Transactional
    public List<AuditEntry> export(Actor actor, AuditQuestion question) {
        actor.must(Task.READ_AUDIT_TRAIL);
        if (question.before().isEmpty()) {
            deeds.fire(Deed.done(actor, "EXPORT_AUDIT", TRAIL, ""));
        }
        return entries(question, MOST_AT_ONCE);
    }

    private List<AuditEntry> entries(AuditQuestion question, int atMost) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> facts = new HashMap<>();
        question.from().ifPresent(from -> facts.put("e.at >= :from", from));
        question.to().ifPresent(to -> facts.put("e.at < :to", to));
        question.before().ifPresent(before -> facts.put("e.id < :before", before));
        Map.of(
                        "e.who = :who", question.who(),
                        "e.action = :action", question.action(),
                        "e.record = :record", question.record(),
                        "e.recordId = :recordId", question.recordId())
                .forEach((condition, value) -> {
                    if (!value.isEmpty()) {
                        facts.put(condition, value);
                    }
                });
        conditions.addAll(facts.keySet());
        TypedQuery<AuditEntry> query = em.createQuery(
                "select e from AuditEntry e where " + String.join(" and ", conditions) + " order by e.id desc",
                AuditEntry.class);
        facts.forEach((condition, value) -> query.setParameter(condition.substring(condition.indexOf(':') + 1), value));
        return query.setMaxResults(atMost).getResultList();
    }

    /** Follows the whole chain from its first link. */
    @Transactional
    public Proof verify(Actor actor) {
        actor.must(Task.READ_AUDIT_TRAIL);
        deeds.fire(Deed.done(actor, "VERIFY_AUDIT", TRAIL, ""));
        em.flush();
        AuditHead head =
                em.createQuery("select h from AuditHead h", AuditHead.class).getSingleResult();
        long no = 0;
        String last = "";
        for (List<AuditSeal> seals = sealsAfter(0); !seals.isEmpty(); seals = sealsAfter(no)) {
            Optional<Long> broken = chain.firstBroken(no, last, linked(seals));
            if (broken.isPresent()) {
                return new Proof(head.no(), broken, false, anchored());
            }
            no = seals.get(seals.size() - 1).no();
            last = seals.get(seals.size() - 1).seal();
            em.clear();
        }
        boolean cutOff = no < head.no() || no == head.no() && !last.equals(head.seal());
        return new Proof(no, Optional.empty(), cutOff, anchored());
    }

    /** Compares with the file outside the database. */
    private AnchorCheck anchored() {
        if (!anchor.isKept()) {
            return new AnchorCheck(AnchorCheck.State.NONE, 0, 0, Optional.empty(), List.of());
        }
        Optional<AuditAnchorFile.Content> content = anchor.read();
        List<String> elsewhere =
                elsewhere(content.map(AuditAnchorFile.Content::id).orElse(""));
        long end = ((Number) em.createNativeQuery("select coalesce(max(no), 0) from audit_seal")
                        .getSingleResult())
                .longValue();
        return content.map(file -> AnchorCheck.compare(file, sealsOf(file), end, elsewhere))
                .orElseGet(() -> end == 0
                        ? new AnchorCheck(AnchorCheck.State.NONE, 0, 0, Optional.empty(), elsewhere)
                        : new AnchorCheck(AnchorCheck.State.MISSING, 0, end, Optional.empty(), elsewhere));
    }

    private List<String> elsewhere(String here) {
        List<?> rows = em.createNativeQuery("select node, last_no from audit_anchor where id <> ? order by began_at")
                .setParameter(1, here)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> row[0] + " (" + row[1] + ")")
                .toList();
    }

    private Map<Long, String> sealsOf(AuditAnchorFile.Content file) {
        Map<Long, String> seals = new HashMap<>();
        List<Long> numbers = file.lines().stream().map(AuditAnchorFile.Line::no).toList();
        for (int from = 0; from < numbers.size(); from += MOST_AT_ONCE) {
            em.createQuery("select s from AuditSeal s where s.no in :numbers", AuditSeal.class)
                    .setParameter("numbers", numbers.subList(from, Math.min(numbers.size(), from + MOST_AT_ONCE)))
                    .getResultList()
                    .forEach(seal -> seals.put(seal.no(), seal.seal()));
            em.clear();
        }
        return seals;
    }

    private List<AuditSeal> sealsAfter(long no) {
        return em.createQuery("select s from AuditSeal s where s.no > :no order by s.no", AuditSeal.class)
                .setParameter("no", no)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
    }

    private List<AuditChain.Link> linked(List<AuditSeal> seals) {
        Map<Long, AuditEntry> entries = em
                .createQuery("select e from AuditEntry e where e.id in :ids", AuditEntry.class)
                .setParameter("ids", seals.stream().map(AuditSeal::entry).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(AuditEntry::id, Function.identity()));
        return seals.stream()
                .map(seal -> new AuditChain.Link(seal, Optional.ofNullable(entries.get(seal.entry()))))
                .toList();
    }
}
