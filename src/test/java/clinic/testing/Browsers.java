package clinic.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Browsers that were started once and serve one test after the other, for to start one costs more than most tests. Each
 * gets a new window of one that has forgotten whoever came before.
 */
final class Browsers implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getProperty("browser.binary", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"));
    private static final String NO_SCRIPTS = "profile.managed_default_content_settings.javascript";

    private final Map<Kind, Deque<ChromeDriver>> idle = new HashMap<>();

    /** What cannot be changed once a browser runs. */
    private record Kind(String language, boolean scripts) {
        static Kind of(Look look) {
            return new Kind(look.language(), look.scripts());
        }
    }

    static boolean areInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** A new window; nobody was ever here. */
    ChromeDriver take(Look look) {
        ChromeDriver driver = idle(Kind.of(look)).orElseGet(() -> start(Kind.of(look)));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        look.width(),
                        "height",
                        look.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        look.width() < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"))));
        return driver;
    }

    private synchronized Optional<ChromeDriver> idle(Kind kind) {
        return Optional.ofNullable(
                idle.computeIfAbsent(kind, any -> new ArrayDeque<>()).poll());
    }

    /** Closes what is open, and forgets cookies and pages; a browser that cannot is not used again. */
    void giveBack(Look look, ChromeDriver driver) {
        try {
            Set<String> open = driver.getWindowHandles();
            driver.switchTo().newWindow(WindowType.TAB);
            String fresh = driver.getWindowHandle();
            for (String window : open) {
                driver.switchTo().window(window).close();
            }
            driver.switchTo().window(fresh);
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        } catch (WebDriverException broken) {
            driver.quit();
            return;
        }
        keep(Kind.of(look), driver);
    }

    private synchronized void keep(Kind kind, ChromeDriver driver) {
        idle.get(kind).add(driver);
    }

    private static ChromeDriver start(Kind kind) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars");
        options.setExperimentalOption(
                "prefs",
                kind.scripts()
                        ? Map.of("intl.accept_languages", kind.language())
                        : Map.of("intl.accept_languages", kind.language(), NO_SCRIPTS, 2));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    @Override
    public synchronized void close() {
        idle.values().forEach(kind -> kind.forEach(ChromeDriver::quit));
        idle.clear();
    }
}
