package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A participant swapped a question of the conversation's set for another.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who swapped
 * @param removed id of the question taken out
 * @param removedVersion its version
 * @param added id of the question put in
 * @param addedVersion its version
 */
@EventContract(type = "nl.klimrek.conversations.question-swapped.v1", topic = Topics.CONVERSATIONS)
public record QuestionSwapped(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        String removed,
        int removedVersion,
        String added,
        int addedVersion) {}
