package clinic.web;

import clinic.staff.Role;
import clinic.testing.FormBrowser;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How one form of the product is tried.
 *
 * @param form as {@link FormInView} names it
 * @param who fills it in; nobody of the staff for pages of patients
 * @param opening leads to the page it is on
 * @param css finds it there
 * @param main name and value of the button that Enter presses, of the value as much as is known; empty where there is no
 *     field to press Enter in
 * @param typed what is typed, by field
 * @param elsewhere which class tries it instead, where it takes a story to get there; empty for none
 */
record FormCase(
        String form,
        Optional<Role> who,
        BiFunction<FormBrowser, FormWorld, FormBrowser.Page> opening,
        String css,
        String main,
        Map<String, String> typed,
        String elsewhere) {

    static FormCase at(String form, Role who, BiFunction<FormBrowser, FormWorld, FormBrowser.Page> opening) {
        return new FormCase(
                form, Optional.ofNullable(who), opening, "#" + form.replaceFirst(".*#", ""), "", Map.of(), "");
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
                form, Optional.empty(), (browser, world) -> null, "", "", Map.of(), test.isEmpty() ? "-" : test);
    }

    FormCase found(String otherCss) {
        return new FormCase(form, who, opening, otherCss, main, typed, elsewhere);
    }

    FormCase enter(String button, String... fields) {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            all.put(fields[index], fields[index + 1]);
        }
        return new FormCase(form, who, opening, css, button, Map.copyOf(all), elsewhere);
    }

    boolean isElsewhere() {
        return !elsewhere.isEmpty();
    }

    @Override
    public String toString() {
        return form;
    }
}
