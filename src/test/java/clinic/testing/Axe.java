package clinic.testing;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What axe-core finds on a page, asked without its binding, whose JSON library is at odds with another on the class path. */
public final class Axe {
    private static final String SCRIPT = script();

    private Axe() {}

    private static String script() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A list, empty for a page everybody can use. What passes is not described: that is most of the work. Whoever asks of
     * one page asks of the next ones: from now on each of that window has the script, of which half a megabyte is sent once.
     */
    public static Object violations(Browser browser) {
        if (browser.driver().executeScript("return window.axe === undefined").equals(true)) {
            browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SCRIPT));
            browser.driver().executeScript(SCRIPT);
        }
        return browser.driver().executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        axe.run(document, {iframes: false, resultTypes: ["violations"]}).then(result => done(result.violations.map(
                          found => found.id + ": " + found.nodes.map(node => node.html + " " + node.failureSummary).join(" | "))));
                        """);
    }
}
