package clinic.web;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** From page to page: always by a redirect, so that reloading never sends a form again. */
final class Steps {
    /** The time a visit was moved from, in the address of its page. */
    static final String WAS = "was";

    private Steps() {}

    static void book() {
        go("/book");
    }

    static void book(LocalDate day) {
        go("/book?day=" + day);
    }

    /** The time that was being kept is not any more. */
    static void bookAgain() {
        go("/book?over=");
    }

    static void details(String hold) {
        go("/details?hold=" + URLEncoder.encode(hold, StandardCharsets.UTF_8));
    }

    static void visit(String token) {
        go("/visit/" + token);
    }

    /** To the page of a visit that was just moved, which says from when. */
    static void moved(String token, LocalDateTime before) {
        go("/visit/" + token + "?" + WAS + "=" + before);
    }

    /** To a page of staff, or to signing in. */
    static void staff(String path) {
        go(path);
    }

    static void notFound() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(404, "");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }

    /** 303: read it from there. Relative, so that no proxy's scheme or port can be wrong. */
    private static void go(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().setResponseStatus(303);
        faces.getExternalContext().setResponseHeader("Location", path);
        faces.responseComplete();
    }
}
