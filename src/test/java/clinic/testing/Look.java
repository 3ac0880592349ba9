package clinic.testing;

/** How somebody looks at a page: on what, in which light, in which language, and whether scripts run. */
public record Look(int width, int height, boolean dark, String language, boolean scripts) {
    public static Look desktop() {
        return new Look(1280, 900, false, "en-US", true);
    }

    /** The narrowest phone that is still sold. */
    public static Look phone() {
        return new Look(360, 720, false, "en-US", true);
    }

    public Look inTheDark() {
        return new Look(width, height, true, language, scripts);
    }

    public Look inSpanish() {
        return new Look(width, height, dark, "es-MX", scripts);
    }

    public Look withoutScripts() {
        return new Look(width, height, dark, language, false);
    }
}
