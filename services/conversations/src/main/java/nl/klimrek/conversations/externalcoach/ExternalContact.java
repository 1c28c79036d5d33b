package nl.klimrek.conversations.externalcoach;

/**
 * How to reach an external coach. It stays in this service and is on no topic.
 *
 * @param name full name
 * @param email plain mail address
 * @param language {@code nl} or {@code en}
 * @param inviter name of the employee as the coach reads it
 */
public record ExternalContact(String name, String email, String language, String inviter) {

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "ExternalContact";
    }
}
