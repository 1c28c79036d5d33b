package nl.klimrek.contracts.reminders;

/** The answer in a reply by calendar mail. */
public enum CalendarAnswer {
    /** The slot suits. */
    ACCEPTED,
    /** The slot does not suit. */
    DECLINED,
    /** The person is not sure yet; the question stays open. */
    TENTATIVE,
    /** Another time is proposed. */
    COUNTERED
}
