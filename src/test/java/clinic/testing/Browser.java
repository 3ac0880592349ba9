package clinic.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser window of somebody who was never here before. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getProperty("browser.binary", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NO_SCRIPTS = "profile.managed_default_content_settings.javascript";

    private static final Pattern PDF_PAGES = Pattern.compile("/Type\\s*/Pages\\s*/Count\\s+(\\d+)");

    private final ChromeDriver driver;
    private final URI base;

    private Browser(ChromeDriver driver, URI base) {
        this.driver = driver;
        this.base = base;
    }

    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    static Browser open(URI base, Look look) {
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
        Map<String, Object> wishes = look.scripts()
                ? Map.of("intl.accept_languages", look.language())
                : Map.of("intl.accept_languages", look.language(), NO_SCRIPTS, 2);
        options.setExperimentalOption("prefs", wishes);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
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
        return new Browser(driver, base);
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void go(String path) {
        driver.get(base.resolve(path).toString());
    }

    /** Path and query in the address bar. */
    public String address() {
        URI address = URI.create(driver.getCurrentUrl());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public boolean has(String css) {
        return !all(css).isEmpty();
    }

    public String text(String css) {
        return find(css).getText();
    }

    /** Presses something that leads to another page, and waits for that page. */
    public void follow(WebElement element) {
        leave(() -> press(element));
    }

    /** Does something that leads to another page, and waits for that page. */
    public void leave(Runnable deed) {
        String mark = UUID.randomUUID().toString();
        driver.executeScript("window.leaving = arguments[0]", mark);
        deed.run();
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(now -> driver.executeScript(
                        "return window.leaving !== arguments[0] && document.readyState === 'complete'", mark)
                .equals(true));
    }

    /** As a finger does: first into the middle of the window, so that nothing lies above it. */
    public void press(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    public void type(String field, String text) {
        WebElement input = find("#" + field);
        input.clear();
        input.sendKeys(text);
    }

    /** How far the page is wider than the window. */
    public long overflow() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** How many sheets of paper the page takes. */
    public int sheets(PageSize paper) {
        PrintOptions options = new PrintOptions();
        options.setPageSize(paper);
        byte[] pdf = Base64.getDecoder().decode(driver.print(options).getContent());
        Matcher pages = PDF_PAGES.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        if (!pages.find()) {
            throw new IllegalStateException("the browser printed nothing that counts its pages");
        }
        return Integer.parseInt(pages.group(1));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
