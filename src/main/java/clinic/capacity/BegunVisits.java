package clinic.capacity;

import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The infusions of today that have begun, and the nurses they are with. On no other day has one begun that matters. */
@ApplicationScoped
class BegunVisits {
    private static final String BEGUN = "select a.id, n.nurse_id, n.next_nurse_id from appointment a"
            + " left join visit_nurse n on n.appointment_id = a.id"
            + " where a.day = ? and a.kind = 'INFUSION' and a.status in ('IN_PROGRESS', 'RECOVERING', 'DONE')"
            + " order by n.assigned_at, a.id";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    /** Those whose nurse was decided first come first. */
    List<NursingLoad.Begun> on(LocalDate day) {
        if (!day.equals(profile.today())) {
            return List.of();
        }
        List<NursingLoad.Begun> begun = new ArrayList<>();
        for (Object row :
                em.createNativeQuery(BEGUN).setParameter(1, Date.valueOf(day)).getResultList()) {
            Object[] columns = (Object[]) row;
            begun.add(new NursingLoad.Begun(((Number) columns[0]).longValue(), id(columns[1]), id(columns[2])));
        }
        return begun;
    }

    private static OptionalLong id(Object column) {
        return column == null ? OptionalLong.empty() : OptionalLong.of(((Number) column).longValue());
    }
}
