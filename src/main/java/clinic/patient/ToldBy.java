package clinic.patient;

/** How a patient hears of what the clinic does with an appointment: every page that says so, and what sends it, ask here. */
public enum ToldBy {
    EMAIL,
    /** There is no address: somebody calls. */
    PHONE;

    /** @param email the patient's; null or blank for none */
    public static ToldBy of(String email) {
        return email == null || email.isBlank() ? PHONE : EMAIL;
    }
}
