package nl.klimrek.eventing;

/**
 * What to do with a replayed event when the document has already applied later events of its stream. Events that
 * the document has applied itself are dropped before this policy is asked.
 */
public enum LateEventPolicy {

    /** Refuse it with the code {@code overtaken}, so that it is parked again and a person decides. The default. */
    REJECT,

    /** Drop it: each event carries the whole state, so the later one has replaced it. */
    IGNORE,

    /** Apply it once: the order of these events does not matter to the document. */
    APPLY
}
