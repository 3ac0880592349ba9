package clinic.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Reads inside a transaction, one that runs already or one of its own. Outside of any, Payara lends one entity manager
 * to a whole call of a component and closes it under whoever still reads.
 */
@ApplicationScoped
public class Reading {
    @Inject
    private Outage outage;

    @Transactional
    public <T> T of(Supplier<T> read) {
        return outage.waitOnce(read::get);
    }
}
