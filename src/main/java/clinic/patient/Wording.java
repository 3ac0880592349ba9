package clinic.patient;

/**
 * Versions of the texts people answer to. Who changes such a text in the bundles names a new version here; a test holds
 * texts and versions together.
 */
public final class Wording {
    public static final String EMAIL_CONSENT = "2026-11";
    public static final String PRIVACY_NOTICE = "2026-12";
    public static final String RED_FLAGS = "2026-11";

    private Wording() {}
}
