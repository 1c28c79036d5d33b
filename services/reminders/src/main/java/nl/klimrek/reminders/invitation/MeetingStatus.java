package nl.klimrek.reminders.invitation;

/** Whether a meeting is in people's calendars. */
public enum MeetingStatus {
    /** A slot was proposed; one side has not answered. */
    TENTATIVE,
    /** Both sides agreed to the slot. */
    CONFIRMED,
    /** There is no slot any more. */
    CANCELLED
}
