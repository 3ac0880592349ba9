package clinic.web;

import clinic.security.TypedForm;
import clinic.security.TypedForm.Field;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts back into a page what was typed there before the session was over. Nothing is sent by that. */
@RequestScoped
class TypedAgain {
    private static final Set<String> NOT_TYPED =
            Set.of("hidden", "submit", "button", "image", "reset", "file", "password");

    /** Fields for words of any kind; a single one in another field may be a code the form has sent along. */
    private static final Pattern WORDS = Pattern.compile("(?i)why|.*(?:reason|note|remark).*");

    @Inject
    private Words words;

    /** The page with the fields filled in, and a sentence about it above; what has no field any more is told in words. */
    String in(String page, TypedForm typed) {
        Document document = Jsoup.parse(page);
        document.outputSettings().prettyPrint(false);
        Optional<Element> form = document.select("form[method=post]").stream()
                .max(Comparator.comparingInt(each -> likeness(document, each, typed)))
                .filter(best -> likeness(document, best, typed) > 0);
        form.ifPresent(found -> fill(document, found, typed));
        tell(document, form.isPresent(), said(typed, name -> form.filter(
                        found -> !controls(document, found, name).isEmpty())
                .isPresent()));
        return document.outerHtml();
    }

    /** How much of what was sent a form has: its hidden fields say which of many it is. */
    private static int likeness(Document document, Element form, TypedForm typed) {
        int likeness = 0;
        for (Field field : typed.fields()) {
            for (Element control : controls(document, form, field.name())) {
                boolean hidden = "hidden".equals(control.attr("type"));
                if (!hidden || !field.name().startsWith("jakarta.faces")) {
                    likeness += hidden ? (control.val().equals(field.value()) ? 3 : 0) : isTyped(control) ? 1 : 0;
                }
            }
        }
        return likeness;
    }

    private static List<Element> controls(Document document, Element form, String name) {
        return document.select("input, select, textarea, button").stream()
                .filter(control -> control.attr("name").equals(name))
                .filter(control -> control.hasAttr("form")
                        ? control.attr("form").equals(form.id())
                        : form.equals(control.closest("form")))
                .toList();
    }

    private static boolean isTyped(Element control) {
        return !control.normalName().equals("button") && !NOT_TYPED.contains(control.attr("type"));
    }

    private static void fill(Document document, Element form, TypedForm typed) {
        document.select("input, select, textarea").stream()
                .filter(TypedAgain::isTyped)
                .filter(control -> !control.attr("name").isEmpty())
                .filter(control -> control.hasAttr("form")
                        ? control.attr("form").equals(form.id())
                        : form.equals(control.closest("form")))
                .forEach(control -> fill(control, values(typed, control.attr("name"))));
    }

    private static List<String> values(TypedForm typed, String name) {
        return typed.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    private static void fill(Element control, List<String> values) {
        switch (control.normalName()) {
            case "textarea" -> values.stream().findFirst().ifPresent(control::text);
            case "select" -> {
                if (!values.isEmpty()) {
                    control.select("option").forEach(option -> set(option, "selected", values.contains(option.val())));
                }
            }
            default -> {
                if (Set.of("checkbox", "radio").contains(control.attr("type"))) {
                    String value = control.hasAttr("value") ? control.attr("value") : "on";
                    set(control, "checked", values.contains(value));
                } else {
                    values.stream().findFirst().ifPresent(control::val);
                }
            }
        }
        if (!values.isEmpty() && !values.get(0).isEmpty()) {
            control.parents().select("details").attr("open", "open");
        }
    }

    private static void set(Element control, String attribute, boolean on) {
        if (on) {
            control.attr(attribute, attribute);
        } else {
            control.removeAttr(attribute);
        }
    }

    private void tell(Document document, boolean back, String said) {
        Element main = document.getElementById("main");
        if (main == null) {
            return;
        }
        Element note = new Element("div")
                .addClass("note")
                .addClass("warn")
                .attr("role", "status")
                .attr("id", "typed");
        Element text = note.appendElement("div");
        text.appendElement("p").text(words.say(back ? "typed.back" : "typed.lost"));
        if (!said.isEmpty()) {
            if (back) {
                text.appendElement("p").text(words.say("typed.rest"));
            }
            text.appendElement("p").addClass("said-text").text(said);
        }
        main.prependChild(note);
    }

    /** What was typed, where there is no field for it any more. */
    private String said(TypedForm typed, Predicate<String> hasField) {
        return typed.fields().stream()
                .filter(field -> !hasField.test(field.name()))
                .filter(field -> !field.name().startsWith("jakarta.faces"))
                .filter(field -> !field.value().isBlank())
                .filter(field ->
                        WORDS.matcher(field.name()).matches() || field.value().matches("(?s).*[\\s@.,].*"))
                .map(field -> words.has("field." + field.name())
                        ? words.say("field." + field.name()) + ": " + field.value()
                        : field.value())
                .collect(Collectors.joining("\n"));
    }
}
