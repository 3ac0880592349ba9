package clinic.web;

import clinic.staff.Role;
import clinic.testing.FormBrowser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jsoup.nodes.Element;

/**
 * How one form of the product is tried.
 *
 * @param form as {@link FormInView} names it
 * @param who fills it in; nobody of the staff for pages of patients
 * @param opening leads to the page it is on
 * @param css finds it there
 * @param main name and value of the button that Enter presses, of the value as much as is known; empty where there is no
 *     field to press Enter in
 * @param typed what is typed, by field; a name that ends in a star is the first field whose name begins so
 * @param button the button that is pressed; empty for the one that Enter presses
 * @param elsewhere which class tries it instead, where it takes a story to get there; empty for none
 */
record FormCase(
        String form,
        Optional<Role> who,
        BiFunction<FormBrowser, FormWorld, FormBrowser.Page> opening,
        String css,
        String main,
        Map<String, String> typed,
        String button,
        String elsewhere) {

    static FormCase at(String form, Role who, BiFunction<FormBrowser, FormWorld, FormBrowser.Page> opening) {
        return new FormCase(
                form, Optional.ofNullable(who), opening, "#" + form.replaceFirst(".*#", ""), "", Map.of(), "", "");
    }

    static FormCase path(String form, Role who, String path) {
        return at(form, who, (browser, world) -> browser.get(path));
    }

    /** A form that only asks for a page is tried by reading that page. */
    static FormCase reads(String form) {
        return elsewhere(form, "");
    }

    static FormCase elsewhere(String form, String test) {
        return new FormCase(
                form, Optional.empty(), (browser, world) -> null, "", "", Map.of(), "", test.isEmpty() ? "-" : test);
    }

    FormCase found(String otherCss) {
        return new FormCase(form, who, opening, otherCss, main, typed, button, elsewhere);
    }

    FormCase enter(String mainButton, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            all.put(fields[index], fields[index + 1]);
        }
        return new FormCase(form, who, opening, css, mainButton, Map.copyOf(all), button, elsewhere);
    }

    /** Presses that button. */
    FormCase pressing(String buttonCss) {
        return new FormCase(form, who, opening, css, main, typed, buttonCss, elsewhere);
    }

    /** Types without a field in which Enter would send it. */
    FormCase typing(String... fields) {
        return enter("", fields);
    }

    Optional<Element> pressed(FormBrowser.Page page, Element sent) {
        return button.isEmpty()
                ? FormBrowser.main(page, sent)
                : Optional.of(FormBrowser.controls(page, sent).stream()
                        .filter(control -> control.is(button))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + button + " on " + page.address())));
    }

    /** What is typed, by the names the fields have on a page. */
    Map<String, String> typedOn(FormBrowser.Page page, Element sent) {
        Map<String, String> named = new LinkedHashMap<>();
        typed.forEach((name, text) -> named.put(
                name.endsWith("*")
                        ? FormBrowser.controls(page, sent).stream()
                                .map(control -> control.attr("name"))
                                .filter(each -> each.startsWith(name.substring(0, name.length() - 1)))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no field " + name + " on " + page.address()))
                        : name,
                text));
        return named;
    }

    boolean isElsewhere() {
        return !elsewhere.isEmpty();
    }

    @Override
    public String toString() {
        return form;
    }
}
