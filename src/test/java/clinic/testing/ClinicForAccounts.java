package clinic.testing;

/** One running clinic for the tests that change accounts and records of them, which the tests of {@link SharedClinic} rely on. */
public final class ClinicForAccounts extends OneClinic {
    public ClinicForAccounts() {
        super(RunningClinic.demo());
    }
}
