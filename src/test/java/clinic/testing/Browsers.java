package clinic.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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
    /**
     * The shell draws the same pages with the same engine, without a window of its own, for half the work. Not the script
     * in /usr/bin, which stays between: who ends it leaves the browser behind.
     */
    private static final List<Path> CHROMIUM = List.of(
            Path.of(System.getProperty("browser.binary", "/usr/lib/chromium/chromium-headless-shell")),
            Path.of("/usr/bin/chromium"));

    private static final Path DRIVER = Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"));

    private final Deque<ChromeDriver> idle = new ArrayDeque<>();

    static boolean areInstalled() {
        return installed().isPresent() && Files.isExecutable(DRIVER);
    }

    private static Optional<Path> installed() {
        return CHROMIUM.stream().filter(Files::isExecutable).findFirst();
    }

    /** A new window; nobody was ever here. */
    ChromeDriver take(Look look) {
        ChromeDriver driver = idle().orElseGet(Browsers::start);
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
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", userAgent(driver), "acceptLanguage", look.language()));
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !look.scripts()));
        return driver;
    }

    private static String userAgent(ChromeDriver driver) {
        return driver.executeCdpCommand("Browser.getVersion", Map.of())
                .get("userAgent")
                .toString();
    }

    private synchronized Optional<ChromeDriver> idle() {
        return Optional.ofNullable(idle.poll());
    }

    /**
     * Closes what is open, and forgets cookies; style and script, whose addresses change with them, may stay. A browser that
     * cannot is not used again.
     */
    void giveBack(ChromeDriver driver) {
        try {
            Set<String> open = driver.getWindowHandles();
            driver.switchTo().newWindow(WindowType.TAB);
            String fresh = driver.getWindowHandle();
            for (String window : open) {
                driver.switchTo().window(window).close();
            }
            driver.switchTo().window(fresh);
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        } catch (WebDriverException broken) {
            driver.quit();
            return;
        }
        keep(driver);
    }

    private synchronized void keep(ChromeDriver driver) {
        idle.add(driver);
    }

    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed().orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--renderer-process-limit=1");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    @Override
    public synchronized void close() {
        idle.forEach(ChromeDriver::quit);
        idle.clear();
    }
}
