package clinic.platform;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Asks the database once. Left to itself, EclipseLink tries three times when a connection fails and sleeps five seconds
 * before each: the pool has seen to it already that a connection lives, and whoever waits wants to hear. Named in
 * persistence.xml.
 */
public class OneTry implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
