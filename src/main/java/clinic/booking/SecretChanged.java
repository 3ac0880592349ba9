package clinic.booking;

/**
 * CLINIC_SECRET is another one from now on. Observed in the same transaction by whoever keeps fingerprints of what is
 * derived from it, to renew them: what is sent from now on works, and links sent before do not.
 *
 * @param links derived from the new one
 * @param lost whether nobody knows the secret before: what lasts cannot be derived any more either
 */
public record SecretChanged(PrivateLinks links, boolean lost) {}
