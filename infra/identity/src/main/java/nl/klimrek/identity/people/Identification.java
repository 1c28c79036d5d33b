package nl.klimrek.identity.people;

/** The result of identifying an account: a person, or why there is none. */
public sealed interface Identification {

    record Identified(TokenSubject subject) implements Identification {}

    /** The account exists, but HR has not sent this person's record yet; retrying later may help. */
    record NotListedYet() implements Identification {}

    /** The directory is still being read after a start; retrying in a moment helps. */
    record DirectoryUnread() implements Identification {}

    /** No such person exists in that organisation. */
    record Unknown() implements Identification {}
}
