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
import java.util.stream.Collectors;

/** The record of calls: every attempt, for calls that were promised and for emails that reached no one. */
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

    /** The entries of calls, the newest first, by the id of the call; a call without any is not in it. */
    Map<Long, List<CallEntry>> ofCalls(Collection<Long> calls) {
        return read("call", calls, CallAttempt::call);
    }

    /** The entries of emails, the newest first, by the id of the email; one without any is not in it. */
    public Map<Long, List<CallEntry>> ofMails(Collection<Long> mails) {
        return read("mail", mails, CallAttempt::mail);
    }

    private Map<Long, List<CallEntry>> read(String what, Collection<Long> ids, Function<CallAttempt, Long> key) {
        return ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery(
                                "select e from CallAttempt e where e." + what
                                        + " in :ids order by e.at desc, e.id desc",
                                CallAttempt.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(
                                key, Collectors.mapping(CallAttempt::toView, Collectors.toList())));
    }
}
