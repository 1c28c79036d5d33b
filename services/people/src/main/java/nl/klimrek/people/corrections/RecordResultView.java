package nl.klimrek.people.corrections;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.klimrek.people.hrrecord.FieldChange;
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.quarantine.FieldFaultView;
import nl.klimrek.people.quarantine.FieldFaultViewFactory;
import org.jspecify.annotations.Nullable;

/**
 * The result of one record, as HR sees it.
 *
 * @param person id of the person it is about; absent when unknown
 * @param changes fields that differ because of it
 * @param supersededBy the later statement
 * @param setAside why it still waits
 * @param questions people who may be the same, about whom HR is asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordResultView(
        RecordOutcome outcome,
        @Nullable String person,
        List<FieldChange> changes,
        RecordResult.@Nullable SupersededBy supersededBy,
        @Nullable StillWaiting setAside,
        List<PossibleDuplicate> questions) {

    /**
     * Why a record still waits.
     *
     * @param code stable code
     * @param explanation the same in the reader's language
     * @param fields faultViews by field
     */
    public record StillWaiting(String code, String explanation, List<FieldFaultView> fields) {}

    static RecordResultView of(RecordResult result, FieldFaultViewFactory faultViews, HttpServletRequest request) {
        RecordResult.SetAside why = result.setAside();
        return new RecordResultView(
                result.outcome(),
                result.person(),
                result.changes(),
                result.supersededBy(),
                why == null
                        ? null
                        : new StillWaiting(
                                why.code(),
                                faultViews.explanation(why.reason(), why.faults(), request),
                                faultViews.views(why.faults(), request)),
                result.questions());
    }
}
