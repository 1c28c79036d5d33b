package nl.klimrek.reminders.webhookclient;

/** How an attempt to reach a webhook ended. */
public enum DeliveryOutcome {
    /** It answered that it has the message. */
    DELIVERED,
    /** It answered with another status, a redirect among them. */
    REFUSED,
    /** It answered that it no longer exists. */
    GONE,
    /** It did not answer in time. */
    TIMED_OUT,
    /** There was no connection, or it broke. */
    UNREACHABLE,
    /** Its name leads to an address inside a network, which is not allowed. */
    PRIVATE_ADDRESS,
    /** Its secret cannot be decrypted, so nothing was sent. */
    SECRET_UNREADABLE,
    /** The webhook was stopped or removed before its turn. */
    STOPPED
}
