package nl.klimrek.conversations.cycle.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody has the windows they have.
 *
 * @param cycle id of the cycle
 * @param person person id
 * @param scope whom the part of the policy is for that holds for this person
 * @param target team, job family or person of that part; absent for the whole organisation
 * @param version version of the policy that part came with
 * @param countedFrom first day of its first period
 * @param types what follows for each type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WindowExplanation(
        String cycle,
        String person,
        PolicyScope scope,
        @Nullable String target,
        int version,
        LocalDate countedFrom,
        List<OfType> types) {

    public WindowExplanation {
        types = List.copyOf(types);
    }

    /**
     * One type.
     *
     * @param everyDays how often
     * @param periodFrom first day of the period that holds now; absent where there is no window
     * @param preparationDays days before it from which both are asked to prepare; absent where the policy does not say
     * @param template the policy's questions, with their version; absent where the policy does not say
     * @param conversation the conversation that has this window, absent where there is no window
     * @param because reasons, from the policy down to the person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfType(
            ConversationType type,
            int everyDays,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodUntil,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowUntil,
            @Nullable Integer preparationDays,
            @Nullable String template,
            @Nullable String conversation,
            List<Because> because) {

        public OfType {
            because = List.copyOf(because);
        }
    }

    /**
     * A reason.
     *
     * @param code stable code
     * @param text the same in the reader's language
     */
    public record Because(String code, String text) {}
}
