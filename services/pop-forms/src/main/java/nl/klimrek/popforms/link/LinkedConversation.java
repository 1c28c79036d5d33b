package nl.klimrek.popforms.link;

/**
 * Who takes part in a conversation.
 *
 * @param employee person id
 * @param counterpart person id of the one the employee talks with
 */
public record LinkedConversation(String employee, String counterpart) {

    boolean has(String person) {
        return employee.equals(person) || counterpart.equals(person);
    }
}
