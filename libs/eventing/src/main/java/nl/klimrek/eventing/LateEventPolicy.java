package nl.klimrek.eventing;

/**
 * What becomes of an event that is given again after it was parked, where its document has taken later events of the same
 * stream in the meantime and this one not. An event that its document has taken is dropped before this is asked.
 */
public enum LateEventPolicy {

    /** It is refused as {@code overtaken} and parked again: only a person can tell what is right now. Unless said otherwise. */
    REJECT,

    /** It has no effect: each event carries all there is to know, so the later one said it already. */
    IGNORE,

    /** It has its effect, once: what these events do to the document is the same in any order. */
    APPLY
}
