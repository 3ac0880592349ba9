package clinic.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser window of somebody who was never here before. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Pattern PDF_PAGES = Pattern.compile("/Type\\s*/Pages\\s*/Count\\s+(\\d+)");

    private final Browsers browsers;
    private final ChromeDriver driver;
    private final URI base;

    Browser(Browsers browsers, Look look, URI base) {
        this.browsers = browsers;
        this.driver = browsers.take(look);
        this.base = base;
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
        browsers.giveBack(driver);
    }
}
