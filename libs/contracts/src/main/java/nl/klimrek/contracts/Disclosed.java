package nl.klimrek.contracts;

/**
 * Somebody looked at personal content of another person. Each service has its own type of this fact on its own topic,
 * so that "who looked at my file" can be answered from the journal alone.
 */
public interface Disclosed {

    /** Person id of the one who looked. */
    String viewer();

    /** Person id of the one whose content it was. */
    String person();

    /** Code of the kind of content. */
    String content();

    /** Code of the right by which the look was allowed. */
    String allowedBecause();
}
