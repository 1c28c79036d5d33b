package nl.klimrek.eventing.schema;

/**
 * Moves documents of an earlier version forward, in pages. It may stop after any page, go on later and run twice at once,
 * beside instances of both versions; a document that was moved is not touched again.
 */
public interface StoreMigration {

    /** Names it to an operator, for example {@code lists as rows}. */
    String name();

    /** Number of documents that are still to be moved; an estimate is enough, but 0 only if there is none. */
    long remaining();

    /** Moves the next page; returns false if nothing was left. */
    boolean nextPage();
}
