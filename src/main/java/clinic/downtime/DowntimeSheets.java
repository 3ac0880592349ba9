package clinic.downtime;

import clinic.booking.Status;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import clinic.platform.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes today's and tomorrow's appointments into the home, so that the day goes on by paper and telephone when the
 * server or its database does not answer. HIPAA's contingency plan asks for it (45 CFR 164.308(a)(7)).
 */
@ApplicationScoped
public class DowntimeSheets {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Reading reading;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    @ConfigProperty(name = "clinic.home")
    private Optional<String> home;

    private final DowntimePage page = new DowntimePage();

    /**
     * Writes both days anew and deletes those that are over; does nothing without a home.
     *
     * @throws UncheckedIOException if the disk does not take them
     */
    public void write() {
        home.map(folder -> new DowntimeFolder(Path.of(folder, "downtime"))).ifPresent(this::write);
    }

    private void write(DowntimeFolder folder) {
        LocalDate today = profile.today();
        Map<LocalDate, String> sheets = new LinkedHashMap<>();
        for (LocalDate day : List.of(today, today.plusDays(1))) {
            sheets.put(day, page.html(profile.clinic(), day, reading.of(() -> lines(day)), profile.now()));
        }
        try {
            folder.keepOnly(sheets);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<DowntimeLine> lines(LocalDate day) {
        Map<Long, String> names = resources.all().stream().collect(Collectors.toMap(Resource::id, Resource::name));
        Function<Object, String> resource = id -> names.getOrDefault(id, "");
        return em
                .createQuery(
                        "select a.place.start, a.place.end, a.kind, a.status, p.firstName, p.lastName, p.phone,"
                                + " a.place.room, a.place.clinician, n.nurse, a.course.no, a.course.of,"
                                + " a.instead.firstName, a.instead.lastName from Appointment a join a.patient p"
                                + " left join VisitNurse n on n.visit = a.id"
                                + " where a.place.day = :day and a.status not in :gone"
                                + " order by a.place.start, a.id",
                        Object[].class)
                .setParameter("day", day)
                .setParameter("gone", Status.GONE)
                .getResultList()
                .stream()
                .map(row -> new DowntimeLine(
                        new QuarterHours((Integer) row[0], (Integer) row[1]),
                        (VisitKind) row[2],
                        (Status) row[3],
                        name((String) row[4], (String) row[5]),
                        (String) row[6],
                        Optional.ofNullable((String) row[12]).map(first -> name(first, (String) row[13])),
                        Optional.ofNullable((Integer) row[10]).map(no -> no + " of " + row[11]),
                        resource.apply(row[7]),
                        resource.apply(row[8]),
                        Optional.ofNullable(row[9]).map(resource)))
                .toList();
    }

    /** Some have one name only. */
    private static String name(String first, String last) {
        return (first + " " + last).strip();
    }
}
