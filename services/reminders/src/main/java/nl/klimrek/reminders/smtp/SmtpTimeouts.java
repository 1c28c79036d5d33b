package nl.klimrek.reminders.smtp;

import java.time.Duration;

/**
 * How long one message may take, so that its sender's claim outlives it.
 *
 * @param preparation until the end of the message is sent; a message that takes longer is not sent
 * @param answer wait for the answer to the end of a message, which says whether it was accepted
 * @param idle after which an open connection without a message is closed
 */
record SmtpTimeouts(Duration preparation, Duration answer, Duration idle) {

    /** Together less than the two minutes of a claim. Servers close idle connections after minutes (RFC 5321 §4.5.3.2). */
    static final SmtpTimeouts DEFAULT =
            new SmtpTimeouts(Duration.ofSeconds(25), Duration.ofSeconds(75), Duration.ofSeconds(15));
}
