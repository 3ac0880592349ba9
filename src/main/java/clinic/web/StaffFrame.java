package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.notification.MailHealth;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The frame around every page of staff: where one may go, who is signed in. */
@Named("staff")
@RequestScoped
public class StaffFrame {
    /** An entry of the navigation. */
    public record Place(String path, String text, boolean here) {}

    private final String once = UUID.randomUUID().toString();

    @Inject
    private Caller caller;

    @Inject
    private ClinicProfile profile;

    @Inject
    private MailHealth mail;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "clinic.rate.limit", defaultValue = "30")
    private int rateLimit;

    @Inject
    @ConfigProperty(name = "clinic.demo", defaultValue = "false")
    private boolean demonstration;

    private Optional<Actor> actor() {
        return caller.find();
    }

    /** Nobody is led where it is not her task to be. */
    public List<Place> getPlaces() {
        List<Place> places = new ArrayList<>();
        if (may(Task.READ)) {
            places.add(place("/staff", words.say("staff.nav.today")));
            places.add(place("/staff/calendar", words.say("staff.nav.calendar")));
            places.add(place("/staff/patients", words.say("staff.nav.patients")));
            places.add(place("/staff/series", words.say("staff.nav.series")));
            places.add(place("/staff/work", words.say("staff.nav.work")));
            places.add(place("/staff/messages", words.say("staff.nav.messages")));
        }
        if (may(Task.CLOSE) || may(Task.ROSTER)) {
            places.add(place("/staff/house", words.say("staff.nav.house")));
        }
        if (may(Task.ADMINISTER) || may(Task.DECIDE)) {
            places.add(place("/staff/protocols", words.say("staff.nav.protocols")));
        }
        if (may(Task.ADMINISTER)) {
            places.add(place("/staff/team", words.say("staff.nav.team")));
        }
        if (may(Task.READ_AUDIT_TRAIL)) {
            places.add(place("/staff/audit", words.say("staff.nav.audit")));
        }
        return places;
    }

    /** What keeps emails from leaving, in plain words; empty while they do. */
    public String getMailBanner() {
        if (!isSignedIn()) {
            return "";
        }
        MailHealth.Status status = mail.status();
        String key = "mail.banner." + status.state();
        return switch (status.state()) {
            case UP -> "";
            case KEPT_AS_FILES -> words.say(key);
            case DEGRADED -> words.say(key, since(status));
            case DOWN ->
                words.say(
                        key,
                        since(status),
                        words.say("mail.trouble." + status.trouble().orElseThrow()));
        };
    }

    private String since(MailHealth.Status status) {
        return status.since()
                .map(moment -> words.when(moment.atZone(profile.zone()).toLocalDateTime()))
                .orElse("");
    }

    private boolean may(Task task) {
        return actor().filter(actor -> actor.may(task)).isPresent();
    }

    private Place place(String path, String text) {
        return new Place(path, text, PrivatePaths.pathOf(request).equals(path));
    }

    /** Whether the limits on what strangers may do are off, which is for demonstrations and tests. */
    public boolean isUnguarded() {
        return rateLimit == 0 && !demonstration && isSignedIn();
    }

    public boolean isSignedIn() {
        return actor().isPresent();
    }

    public String getName() {
        return caller.getFullName();
    }

    public String getRole() {
        return actor().flatMap(Actor::role).map(words::role).orElse("");
    }

    /** How long the session lasts unless another step is taken. */
    public long getSecondsLeft() {
        return Math.max(
                0,
                Duration.between(profile.now().toInstant(), caller.self().until())
                        .toSeconds());
    }

    public String getUntil() {
        return words.time(caller.self().until().atZone(profile.zone()).toLocalTime());
    }

    /** Tells the same form sent twice from the same thing wanted twice: another one whenever a page is read. */
    public String getOnce() {
        return once;
    }

    /** What every form of staff sends along. */
    public String getCsrf() {
        return caller.getCsrf();
    }
}
