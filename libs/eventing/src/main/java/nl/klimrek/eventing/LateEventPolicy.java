package nl.klimrek.eventing;

/**
 * What to do with an event when the document has already applied a later event of its stream: with a replayed dead
 * letter, and with an event that was overtaken because partitions were added in between. Events that the document has
 * applied itself are dropped before this policy is asked.
 */
public enum LateEventPolicy {

    /** Refuse it with the code {@code overtaken}, so that it is parked and a person decides. The default. */
    REJECT,

    /** Drop it: each event carries the whole state, so the later one has replaced it. */
    IGNORE,

    /** Apply it once: the order of these events does not matter to the document. */
    APPLY
}
