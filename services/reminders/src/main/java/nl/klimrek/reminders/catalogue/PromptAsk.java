package nl.klimrek.reminders.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event upon which a rule asks.
 *
 * @param event type of the event, without {@code nl.klimrek.}
 * @param whom whom it asks
 * @param actor whether it asks only after a step of the employee, or of somebody else; null for either
 * @param from field with the moment or day that counts; null for the moment of the event
 * @param days days from there: negative for before; the message comes at the start of the receiver's hours
 * @param daysField field with the days before, where it has a value
 * @param daysSetting setting with the days before, where there is no field or value
 * @param until field with the moment or the last day on which the message makes sense; null for none
 * @param untilDays days after that day
 * @param unlessLeft whether a counterpart whose relation with the employee ended is left out
 * @param unlessExternal whether it does not ask where the counterpart is a coach from outside
 * @param only values of fields for which it asks
 * @param except values of fields for which it does not ask
 */
public record PromptAsk(
        String event,
        PromptReceiver whom,
        @Nullable StepBy actor,
        @Nullable String from,
        int days,
        @JsonProperty("days-field") @Nullable String daysField,
        @JsonProperty("days-setting") @Nullable String daysSetting,
        @Nullable String until,
        @JsonProperty("until-days") int untilDays,
        @JsonProperty("unless-left") boolean unlessLeft,
        @JsonProperty("unless-external") boolean unlessExternal,
        Map<String, List<String>> only,
        Map<String, List<String>> except) {

    public PromptAsk {
        only = only == null ? Map.of() : Map.copyOf(only);
        except = except == null ? Map.of() : Map.copyOf(except);
    }
}
