package nl.klimrek.identity.people;

/** The answer to "who is this?": someone, or why not (yet). */
public sealed interface Identification {

    record Identified(TokenSubject subject) implements Identification {}

    /** The account exists, but HR's facts about this person have not arrived; trying again later may help. */
    record NotListedYet() implements Identification {}

    /** The directory is still being read after a start; trying again in a moment helps. */
    record DirectoryUnread() implements Identification {}

    /** There is nobody by that name in that organisation. */
    record Unknown() implements Identification {}
}
