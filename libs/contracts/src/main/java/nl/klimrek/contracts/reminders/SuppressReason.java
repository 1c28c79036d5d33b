package nl.klimrek.contracts.reminders;

/** Why a prompt was not sent. */
public enum SuppressReason {
    ABSENT,
    QUIET,
    CAP,
    MOOT,
    OPTED_OUT,
    LEFT,
    NO_ADDRESS
}
