package clinic.notification;

import java.time.Duration;

/**
 * How long an answer of the mail server is waited for, step by step (RFC 5321, 4.5.3.2). Giving up too early on the last
 * one sends a mail twice that was taken.
 *
 * @param connect for the connection
 * @param greeting for the greeting, and for each step until mail can be sent
 * @param command for MAIL and RCPT
 * @param data for DATA
 * @param block for each part of the message to be taken
 * @param acceptance for the answer after the dot
 */
record SmtpPatience(
        Duration connect, Duration greeting, Duration command, Duration data, Duration block, Duration acceptance) {
    static final SmtpPatience STANDARD = new SmtpPatience(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10));
}
