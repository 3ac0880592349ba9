package clinic.notification;

import jakarta.mail.internet.MimeMessage;

/** Carries letters out of the house: to a mail server, or into a folder where none is configured. */
interface Postman {
    /** Sets out with some letters. Costs nothing until the first is delivered. */
    Trip setOut();

    /** Whether anything can leave at all, without sending anything. */
    void probe() throws NotDelivered;

    /** One way to the post with several letters, over one connection. */
    interface Trip extends AutoCloseable {
        void deliver(MimeMessage letter) throws NotDelivered;

        /** Whether the server was reached on this way. */
        boolean isConnected();

        @Override
        void close();
    }
}
