package nl.klimrek.acceptance.chaos;

/** A protocol step to leave out, which the guarantees must notice. */
enum ProtocolBreach {
    NONE,
    /** Writes without the condition on the document's version and branch. */
    NO_VERSION_CONDITION,
    /** Stores an effect without its event's marker. */
    NO_MARKER,
    /** Counts a record as acknowledged before the broker has it, and loses some. */
    NO_WAITING_FOR_THE_BROKER,
    /** Kills the sending thread by an unexpected error while its instance continues. */
    A_THREAD_DIES
}
