package clinic.notification;

import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;

/**
 * Starts a thread from a thread of the server that nobody else uses. A managed thread is lent the entity managers of the
 * one that makes it and closes them when it ends (seen in Payara), to the surprise of whoever just committed a booking;
 * and the server's own threads are too few to wait for a mail server: its timers run on them.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class LaneStarter {
    @Resource
    private ManagedThreadFactory threads;

    @Asynchronous
    public void start(Runnable way) {
        threads.newThread(way).start();
    }
}
