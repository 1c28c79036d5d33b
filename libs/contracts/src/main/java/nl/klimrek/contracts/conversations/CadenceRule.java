package nl.klimrek.contracts.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How often one type of conversation comes back.
 *
 * @param type what it is for
 * @param everyDays days between two
 * @param preparationDays days before the conversation from which both sides are asked to prepare (may be null)
 * @param template id of the organisation's template that its questions come from (may be null)
 * @param templateVersion version of that template (may be null)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CadenceRule(
        ConversationType type,
        int everyDays,
        @Nullable Integer preparationDays,
        @Nullable String template,
        @Nullable Integer templateVersion) {

    /** One that is prepared as usual. */
    public CadenceRule(ConversationType type, int everyDays) {
        this(type, everyDays, null, null, null);
    }
}
