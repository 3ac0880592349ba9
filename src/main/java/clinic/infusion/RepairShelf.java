package clinic.infusion;

import clinic.booking.CourseStanding;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Resources;
import clinic.planner.SeriesPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Repairs that were proposed and nobody has applied yet. */
@ApplicationScoped
class RepairShelf {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    /**
     * Keeps what was found, and tells of it.
     *
     * @param series it is about, as it is now
     */
    RepairProposal keep(Series series, RepairCase read, CourseRepair.Repaired repaired) {
        RepairPlan plan = read.plan(repaired);
        KeptRepair repair = new KeptRepair(read, plan, profile.now().toInstant());
        em.persist(repair);
        Map<Integer, Commitment> commitments =
                series.visits().stream().collect(Collectors.toMap(SeriesVisit::no, SeriesVisit::commitment));
        List<CourseStanding> visits = read.repair().visits();
        return new RepairProposal(
                repair.id(),
                series.id(),
                visits.stream()
                        .map(visit -> before(visit, commitments.get(visit.no())))
                        .toList(),
                visits.stream()
                        .filter(visit -> !repaired.leftOut().contains(visit.no()))
                        .map(visit -> after(visit, repaired, commitments.get(visit.no())))
                        .toList(),
                plan.moved());
    }

    private RepairProposal.Visit before(CourseStanding visit, Commitment commitment) {
        return new RepairProposal.Visit(
                visit.no(),
                visit.slot(),
                resources.find(visit.room()).orElseThrow(),
                commitment,
                OptionalLong.of(visit.appointment()),
                Optional.of(visit.status()));
    }

    private RepairProposal.Visit after(CourseStanding visit, CourseRepair.Repaired repaired, Commitment commitment) {
        SeriesPlan.Planned place = repaired.places().get(visit.no());
        if (place == null) {
            return before(visit, commitment);
        }
        return new RepairProposal.Visit(
                visit.no(),
                place.slot(),
                resources.find(place.room()).orElseThrow(),
                commitment,
                visit.isGone() ? OptionalLong.empty() : OptionalLong.of(visit.appointment()),
                visit.isGone() ? Optional.empty() : Optional.of(visit.status()));
    }

    Optional<KeptRepair> find(String id) {
        return Optional.ofNullable(em.find(KeptRepair.class, id));
    }

    void sweep(Instant before) {
        em.createQuery("delete from KeptRepair r where r.createdAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
