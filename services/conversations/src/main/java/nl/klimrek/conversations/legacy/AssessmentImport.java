package nl.klimrek.conversations.legacy;

import nl.klimrek.contracts.conversations.AssessmentsImported;
import nl.klimrek.eventing.Decision;

/**
 * One import that is done.
 *
 * @param id follows from the request's command key
 * @param rows rows below the heading
 * @param imported checklists that became conversations
 * @param alreadyThere checklists that were imported before
 * @param refused rows that were set aside; with the two above they are all rows
 */
public record AssessmentImport(String id, int rows, int imported, int alreadyThere, int refused) {

    Decision<AssessmentImport> finished() {
        return Decision.accept(this, new AssessmentsImported(id, imported, refused));
    }
}
