package clinic.testing;

import java.util.Map;

/** One running clinic behind a proxy it trusts, which lets few writes a minute through from each address. */
public final class ClinicWithLimits extends OneClinic {
    /** How many writes a minute an address has. */
    public static final int WRITES = 12;

    public ClinicWithLimits() {
        super(Map.of(
                "CLINIC_DEMO", "true",
                "CLINIC_NOW", "2026-11-23T15:00:00Z",
                "CLINIC_RATE_LIMIT", Integer.toString(WRITES),
                "CLINIC_TRUSTED_PROXY", "127.0.0.0/8,::1"));
    }
}
