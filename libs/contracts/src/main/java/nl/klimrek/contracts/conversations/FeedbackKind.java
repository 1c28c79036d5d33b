package nl.klimrek.contracts.conversations;

/** Looking back at what was seen, or forward to what may help. */
public enum FeedbackKind {
    FEEDBACK,
    FEED_FORWARD
}
