package clinic.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;

/** A thread of its own for every way to the mail server: one may last minutes. */
@ApplicationScoped
class LaneThreads implements Executor {
    @Inject
    private LaneStarter starter;

    @Override
    public void execute(Runnable way) {
        starter.start(way);
    }
}
