package clinic.platform;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * Connections to the database on which nobody waits longer than {@link Waiting} allows, be it for a connection, a greeting
 * or an answer. The driver's own limit is one for all, and so either too short for what runs by itself or too long for a
 * person. Named in the data source; public because the driver makes it.
 */
public class BoundedSockets extends StandardSocketFactory {
    /** For a greeting, whoever waits: the pool makes connections on everybody's behalf, and others wait for it. */
    private static final int GREETING_MILLIS = 3000;

    private Bounded socket;

    @Override
    protected Socket createSocket(PropertySet properties) {
        socket = new Bounded();
        return socket;
    }

    @Override
    public void beforeHandshake() throws IOException {
        super.beforeHandshake();
        socket.greets = true;
    }

    @Override
    public void afterHandshake() throws IOException {
        super.afterHandshake();
        socket.greets = false;
    }

    private static final class Bounded extends Socket {
        private volatile int byTheDriver;
        private volatile boolean greets;
        private InputStream answers;

        @Override
        public void connect(SocketAddress address, int millis) throws IOException {
            long asked = System.nanoTime();
            try {
                super.connect(address, Waiting.millisFor(millis));
            } finally {
                Waiting.took(System.nanoTime() - asked);
            }
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            byTheDriver = millis;
            super.setSoTimeout(millis);
        }

        @Override
        public int getSoTimeout() {
            return byTheDriver;
        }

        private void allow() throws SocketException {
            boolean atMostAGreeting = greets && (byTheDriver == 0 || byTheDriver > GREETING_MILLIS);
            super.setSoTimeout(Waiting.millisFor(atMostAGreeting ? GREETING_MILLIS : byTheDriver));
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (answers == null) {
                answers = new Answers(super.getInputStream());
            }
            return answers;
        }

        private final class Answers extends FilterInputStream {
            Answers(InputStream answers) {
                super(answers);
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                allow();
                long asked = System.nanoTime();
                try {
                    return super.read(bytes, from, length);
                } finally {
                    Waiting.took(System.nanoTime() - asked);
                }
            }
        }
    }
}
