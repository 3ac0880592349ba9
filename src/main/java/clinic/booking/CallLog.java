package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The record of calls: every attempt, for calls that were promised, for emails that reached no one, and for appointments
 * that lost their time.
 */
@ApplicationScoped
public class CallLog {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    void addToCall(long call, CallReport report, Actor by) {
        em.persist(CallAttempt.ofCall(call, report.entry(by, profile.now().toInstant())));
    }

    /** Enters a call that took the place of an email. */
    public void addToMail(long mail, CallReport report, Actor by) {
        em.persist(CallAttempt.ofMail(mail, report.entry(by, profile.now().toInstant())));
    }

    /** Enters a call about the time an appointment has lost. */
    void addToVisit(Appointment visit, CallReport report, Actor by) {
        em.persist(CallAttempt.ofVisit(visit, report.entry(by, profile.now().toInstant())));
    }

    /** The entries about any time an appointment has lost, the newest first. */
    List<CallEntry> ofVisit(long visit) {
        return read("visit", List.of(visit), CallAttempt::visit).getOrDefault(visit, List.of());
    }

    /** The entries about the times these appointments have now, the newest first, by appointment. */
    Map<Long, List<CallEntry>> ofVisits(Collection<StaffVisit> visits) {
        Map<Long, StaffVisit> known = visits.stream().collect(Collectors.toMap(StaffVisit::id, Function.identity()));
        return entries("visit", known.keySet()).stream()
                .filter(attempt -> attempt.isAbout(known.get(attempt.visit())))
                .collect(byKey(CallAttempt::visit));
    }

    /** The entries of calls, the newest first, by the id of the call; a call without any is not in it. */
    Map<Long, List<CallEntry>> ofCalls(Collection<Long> calls) {
        return read("call", calls, CallAttempt::call);
    }

    /** The entries of emails, the newest first, by the id of the email; one without any is not in it. */
    public Map<Long, List<CallEntry>> ofMails(Collection<Long> mails) {
        return read("mail", mails, CallAttempt::mail);
    }

    private Map<Long, List<CallEntry>> read(String what, Collection<Long> ids, Function<CallAttempt, Long> key) {
        return entries(what, ids).stream().collect(byKey(key));
    }

    private List<CallAttempt> entries(String what, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select e from CallAttempt e where e." + what
                                        + " in :ids order by e.at desc, e.id desc",
                                CallAttempt.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private static Collector<CallAttempt, ?, Map<Long, List<CallEntry>>> byKey(Function<CallAttempt, Long> key) {
        return Collectors.groupingBy(key, Collectors.mapping(CallAttempt::toView, Collectors.toList()));
    }
}
