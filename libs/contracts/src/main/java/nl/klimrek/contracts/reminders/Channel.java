package nl.klimrek.contracts.reminders;

/** How a prompt reached somebody. */
public enum Channel {
    EMAIL,
    INBOX
}
