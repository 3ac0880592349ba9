package clinic.web;

import clinic.security.Caller;
import clinic.staff.NotAllowed;
import clinic.staff.Task;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose task each page of staff is, whatever the method: a form that is sent to a page is refused as reading it is. A
 * page that is not in the table is nobody's.
 */
@WebFilter(filterName = "StaffRoles")
public class StaffRoles extends HttpFilter {
    private static final long serialVersionUID = 1;
    static final String HOME = "/staff";

    /** Pages for whoever is signed in, or is about to be. */
    private static final Optional<Task> ANYBODY = Optional.empty();

    private static final Optional<Task> READ = Optional.of(Task.READ);
    private static final Optional<Task> WRITE = Optional.of(Task.WRITE);
    private static final Optional<Task> ROSTER = Optional.of(Task.ROSTER);

    /** By path; what lies below a path is of the same task unless it has an entry of its own. */
    private static final Map<String, Optional<Task>> TASKS = Map.ofEntries(
            Map.entry(HOME, READ),
            Map.entry("/staff/account", ANYBODY),
            Map.entry("/staff/adverse-event", Optional.of(Task.READ_CLINICAL_NOTES)),
            Map.entry("/staff/audit", Optional.of(Task.READ_AUDIT_TRAIL)),
            Map.entry("/staff/audit.csv", Optional.of(Task.READ_AUDIT_TRAIL)),
            Map.entry("/staff/calendar", READ),
            Map.entry("/staff/calendar/move", WRITE),
            Map.entry("/staff/confirm", ANYBODY),
            Map.entry("/staff/forgotten", ANYBODY),
            Map.entry("/staff/house", Optional.of(Task.CLOSE)),
            Map.entry("/staff/house-hours", ROSTER),
            Map.entry("/staff/house-people", ROSTER),
            Map.entry("/staff/invitation", ANYBODY),
            Map.entry("/staff/message", READ),
            Map.entry("/staff/message-part", READ),
            Map.entry("/staff/messages", READ),
            Map.entry("/staff/not-yours", ANYBODY),
            Map.entry("/staff/one-series", READ),
            Map.entry("/staff/patient", READ),
            Map.entry("/staff/patients", READ),
            Map.entry("/staff/plan", WRITE),
            Map.entry("/staff/protocols", READ),
            Map.entry("/staff/pulse", READ),
            Map.entry("/staff/repair", WRITE),
            Map.entry("/staff/repairs", READ),
            Map.entry("/staff/reset", ANYBODY),
            Map.entry("/staff/series", READ),
            Map.entry("/staff/set-up", ANYBODY),
            Map.entry("/staff/sheet", READ),
            Map.entry("/staff/sign-in", ANYBODY),
            Map.entry("/staff/sign-out", ANYBODY),
            Map.entry("/staff/stranded", READ),
            Map.entry("/staff/team", Optional.of(Task.ADMINISTER)),
            Map.entry("/staff/visit", READ),
            Map.entry("/staff/wall", READ),
            Map.entry("/staff/work", READ));

    @Inject
    private transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = PrivatePaths.pathOf(request);
        Optional<Optional<Task>> entry = find(path);
        if (entry.isEmpty() && isPage(path)) {
            throw new NotAllowed(caller.actor(), Task.ADMINISTER);
        }
        Optional<Task> task = entry.flatMap(found -> found);
        if (task.isPresent() && !isLedOn(path, request)) {
            caller.actor().must(task.get());
        }
        chain.doFilter(request, response);
    }

    /** Whoever has no day to look at comes in by the same address, and is led on from there. */
    private static boolean isLedOn(String path, HttpServletRequest request) {
        return path.equals(HOME) && Set.of("GET", "HEAD").contains(request.getMethod());
    }

    private boolean isPage(String path) throws MalformedURLException {
        return getServletContext().getResource(path + ".xhtml") != null;
    }

    /** The entry of a path, or of the nearest path above it. */
    static Optional<Optional<Task>> find(String path) {
        for (String at = path; at.length() > HOME.length(); at = at.substring(0, at.lastIndexOf('/'))) {
            if (TASKS.containsKey(at)) {
                return Optional.of(TASKS.get(at));
            }
        }
        return path.equals(HOME) || path.equals(HOME + "/") ? Optional.of(TASKS.get(HOME)) : Optional.empty();
    }
}
