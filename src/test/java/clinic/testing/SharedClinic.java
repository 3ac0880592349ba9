package clinic.testing;

/** One running clinic for all tests that knock from outside: started with the first, stopped after the last. */
public final class SharedClinic extends OneClinic {
    public SharedClinic() {
        super(RunningClinic.demo());
    }
}
