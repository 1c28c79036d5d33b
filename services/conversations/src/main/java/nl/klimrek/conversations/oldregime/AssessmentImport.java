package nl.klimrek.conversations.oldregime;

import java.util.List;

import nl.klimrek.contracts.conversations.AssessmentsImported;
import nl.klimrek.eventing.Decision;

/**
 * One import, kept so that a repeated request finds its result.
 *
 * @param id follows from the request's command key
 * @param rows lines below the heading
 * @param imported checklists that became conversations
 * @param alreadyThere checklists that were imported before
 * @param refused lines that were not taken; with the two above they are all lines
 * @param faults what is wrong with which line, the first {@value #MOST_FAULTS}
 */
public record AssessmentImport(String id, int rows, int imported, int alreadyThere, int refused, List<RowFault> faults) {

    static final int MOST_FAULTS = 1000;

    public AssessmentImport {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    static AssessmentImport of(String id, int rows, int imported, int alreadyThere, List<RowFault> found) {
        return new AssessmentImport(id, rows, imported, alreadyThere, rows - imported - alreadyThere,
                found.subList(0, Math.min(MOST_FAULTS, found.size())));
    }

    Decision<AssessmentImport> finished() {
        return Decision.accept(this, new AssessmentsImported(id, imported, refused));
    }
}
