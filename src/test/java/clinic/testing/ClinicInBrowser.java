package clinic.testing;

import clinic.staff.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.openqa.selenium.Cookie;

/**
 * One running clinic for all browser tests, and windows that are closed after each. Without a browser on the machine the
 * tests are skipped and say so; with {@code -Dbrowser.required=true} they fail instead.
 */
public final class ClinicInBrowser implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {
    private static final Namespace SHARED = Namespace.create(ClinicInBrowser.class);
    private static final String MISSING =
            "NO BROWSER HERE: the pages are NOT tested. Install chromium and chromedriver.";

    private final List<Browser> windows = new ArrayList<>();
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);
    private RunningClinic clinic;
    private Browsers browsers;

    private record Shared(RunningClinic clinic, Browsers browsers) implements AutoCloseable {
        @Override
        public void close() {
            browsers.close();
            clinic.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Browsers.areInstalled()) {
            return ConditionEvaluationResult.enabled("a browser is installed");
        }
        if (Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException(MISSING);
        }
        context.publishReportEntry("skipped", MISSING);
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Shared shared = context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(
                        "clinic",
                        any -> new Shared(RunningClinic.start(RunningClinic.demo()), new Browsers()),
                        Shared.class);
        clinic = shared.clinic();
        browsers = shared.browsers();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        windows.forEach(Browser::close);
        windows.clear();
    }

    public Browser open(Look look) {
        Browser window = new Browser(browsers, look, clinic.baseUri());
        windows.add(window);
        return window;
    }

    /** A window of somebody of the staff, signed in already; one session for each role. */
    public Browser open(Look look, Role role) {
        Browser window = open(look);
        window.go("/privacy");
        become(role, window);
        return window;
    }

    /** Somebody else of the staff takes the window over. */
    public void become(Role role, Browser window) {
        window.driver().manage().addCookie(cookie(role));
    }

    private Cookie cookie(Role role) {
        String[] cookie = sessions.computeIfAbsent(
                        role, who -> Staff.signedIn(clinic, who).cookie().orElseThrow())
                .split("=", 2);
        return new Cookie.Builder(cookie[0], cookie[1])
                .path("/")
                .isHttpOnly(true)
                .build();
    }

    public RunningClinic running() {
        return clinic;
    }
}
