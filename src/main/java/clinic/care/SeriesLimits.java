package clinic.care;

import clinic.booking.CourseVisit;
import clinic.booking.EarlyStart;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import clinic.protocol.ProtocolVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The limits that hold for a series: those of the version of the protocol it was planned by. */
@ApplicationScoped
class SeriesLimits implements EarlyStart {
    @PersistenceContext
    private EntityManager em;

    /** By series; one question, however many they are. */
    Map<Long, ClinicalLimits> of(Collection<Long> series) {
        Map<Long, ClinicalLimits> limits = new HashMap<>();
        if (!series.isEmpty()) {
            em.createQuery(
                            "select s.id, p from Series s, ProtocolVersion p where p.code = s.protocol"
                                    + " and p.version = s.protocolVersion and s.id in :series",
                            Object[].class)
                    .setParameter("series", series)
                    .getResultList()
                    .forEach(row -> limits.put((Long) row[0], ((ProtocolVersion) row[1]).limits()));
        }
        return limits;
    }

    ClinicalLimits of(CourseVisit visit) {
        return of(List.of(visit.series())).get(visit.series());
    }

    @Override
    public Duration most(CourseVisit visit) {
        return Duration.ofMinutes(of(visit).of(Limit.EARLY_START_MINUTES));
    }
}
