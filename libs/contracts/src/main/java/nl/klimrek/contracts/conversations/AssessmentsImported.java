package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An import of old checklists came to its end.
 *
 * @param importRun id of the import
 * @param imported conversations imported
 * @param refused rows refused, each with its reason
 */
@EventContract(type = "nl.klimrek.conversations.assessments-imported.v1", topic = Topics.CONVERSATIONS)
public record AssessmentsImported(String importRun, int imported, int refused) {}
