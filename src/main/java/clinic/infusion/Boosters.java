package clinic.infusion;

import clinic.booking.Status;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Purpose;
import clinic.patient.Patient;
import clinic.patient.Patients;
import clinic.protocol.Protocol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When those whose series are kept up should come again, and who asked them to. */
@ApplicationScoped
class Boosters {
    private static final int A_YEAR = 365;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Patients patients;

    @Inject
    private ClinicProfile profile;

    private record Had(Status status, LocalDate day) {}

    /**
     * Of each series that is kept up, by its id; three questions, however many there are.
     *
     * @param maintained the series, and what each room of its protocol is fitted for
     * @param inUse the protocols new series are planned with, by code
     */
    Map<Long, Booster> of(Map<Series, Purpose> maintained, Map<String, Protocol> inUse) {
        if (maintained.isEmpty()) {
            return Map.of();
        }
        List<Long> whose = maintained.keySet().stream()
                .map(series -> series.patient().id())
                .toList();
        Map<Long, List<Had>> treatments = treatments(whose);
        Set<Long> byLetter = patients.agreedToLetters(whose);
        Map<Long, List<SeriesInvitation>> invitations =
                invitations(maintained.keySet().stream().map(Series::id).toList());
        Map<Long, Booster> found = new HashMap<>();
        maintained.forEach((series, purpose) -> Optional.ofNullable(inUse.get(protocol(purpose)))
                .flatMap(protocol -> booster(
                        protocol,
                        treatments.getOrDefault(series.patient().id(), List.of()),
                        invitations.getOrDefault(series.id(), List.of()),
                        series.patient(),
                        byLetter.contains(series.patient().id())))
                .ifPresent(booster -> found.put(series.id(), booster)));
        return found;
    }

    static String protocol(Purpose purpose) {
        return "BOOST_" + purpose;
    }

    private Optional<Booster> booster(
            Protocol protocol,
            List<Had> treatments,
            List<SeriesInvitation> invitations,
            Patient patient,
            boolean byLetter) {
        LocalDate yearAgo = profile.today().minusDays(A_YEAR);
        List<LocalDate> had = treatments.stream()
                .filter(each -> each.status() == Status.DONE)
                .map(Had::day)
                .toList();
        return had.stream()
                .max(LocalDate::compareTo)
                .map(last -> BoosterWindow.after(last, protocol.gap()))
                .map(window -> new Booster(
                        protocol.code(),
                        window,
                        treatments.stream()
                                .filter(each -> !each.status().isOver())
                                .map(Had::day)
                                .min(LocalDate::compareTo),
                        (int) had.stream().filter(yearAgo::isBefore).count(),
                        invitations.stream()
                                .filter(each -> each.isInto(window))
                                .findFirst()
                                .map(SeriesInvitation::told),
                        byLetter && !patient.email().isBlank(),
                        patient.dialed()));
    }

    void add(SeriesInvitation invitation) {
        em.persist(invitation);
        em.flush();
    }

    private Map<Long, List<Had>> treatments(Collection<Long> patients) {
        return em
                .createQuery(
                        "select a.patient.id, a.status, a.place.day from Appointment a"
                                + " where a.patient.id in :patients and a.kind = :kind and a.status not in :gone",
                        Object[].class)
                .setParameter("patients", patients)
                .setParameter("kind", VisitKind.INFUSION)
                .setParameter("gone", Status.GONE)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.mapping(row -> new Had((Status) row[1], (LocalDate) row[2]), Collectors.toList())));
    }

    private Map<Long, List<SeriesInvitation>> invitations(Collection<Long> series) {
        return em
                .createQuery("select i from SeriesInvitation i where i.series in :series", SeriesInvitation.class)
                .setParameter("series", series)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(SeriesInvitation::series, Collectors.toList()));
    }
}
