package nl.klimrek.contracts.conversations;

/**
 * How often one type of conversation comes back.
 *
 * @param type what it is for
 * @param everyDays days between two
 */
public record CadenceRule(
        ConversationType type,
        int everyDays) {
}
