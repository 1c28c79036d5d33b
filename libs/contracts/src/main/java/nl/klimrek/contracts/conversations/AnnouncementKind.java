package nl.klimrek.contracts.conversations;

/** What an organisation announces that asks for conversations. */
public enum AnnouncementKind {
    REORGANISATION,
    SCAN_COMPLETED
}
