package nl.klimrek.conversations.questions;

/**
 * How somebody likes questions: not everyone is helped by a wide one.
 *
 * @param mode null for no preference
 */
public record Liking(Tags.Mode mode) {

    static final Liking ANY = new Liking(null);
}
