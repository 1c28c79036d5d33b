package nl.klimrek.acceptance.fire;

/** A step of the protocol that is left out, to see that the guarantees notice. */
enum Breach {
    NONE,
    /** A step is written whatever version its document has. */
    NO_VERSION_CONDITION,
    /** An effect is stored without the marker of its event. */
    NO_MARKER,
    /** A record counts as acknowledged before the broker has it, and some never get there. */
    NO_WAITING_FOR_THE_BROKER,
    /** The thread that sends dies of something that nobody foresaw, and its instance goes on without it. */
    A_THREAD_DIES
}
