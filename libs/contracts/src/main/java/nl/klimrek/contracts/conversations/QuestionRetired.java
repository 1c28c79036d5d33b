package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An organisation takes a question out of use; what was answered stays.
 *
 * @param question id of the question
 * @param version newest version when it was retired
 */
@EventContract(type = "nl.klimrek.conversations.question-retired.v1", topic = Topics.CONVERSATIONS)
public record QuestionRetired(String question, int version) {}
