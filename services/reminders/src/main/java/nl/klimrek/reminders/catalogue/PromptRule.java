package nl.klimrek.reminders.catalogue;

import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * The rule of one kind of prompt, as its file says it.
 *
 * @param action the step it asks for
 * @param version version of the rule, from 1; it rises with each change
 * @param kind how binding it is
 * @param group the group in which a person finds it among their settings
 * @param subject kind of the subject; null when the event says
 * @param about field with the id of the subject; null for a rule in code
 * @param remember field by which the asked people are remembered, when it is not {@code about}
 * @param repeat whether an event asks again
 * @param expires days after which a message without another end makes no sense; 0 for never
 * @param code class that holds a rule which a file cannot express; null for none
 * @param asks the events upon which it asks
 * @param done the events that mean the step was taken
 * @param moot the events that make it unnecessary
 * @param series repetition while nothing follows; null for a single message
 */
public record PromptRule(
        PromptAction action,
        int version,
        PromptRuleKind kind,
        PromptGroup group,
        @Nullable PromptSubject subject,
        @Nullable String about,
        @Nullable String remember,
        Repetition repeat,
        int expires,
        @Nullable String code,
        List<PromptAsk> asks,
        List<PromptEnd> done,
        List<PromptEnd> moot,
        @Nullable PromptSeries series) {

    public PromptRule {
        repeat = repeat == null ? Repetition.ALWAYS : repeat;
        asks = asks == null ? List.of() : List.copyOf(asks);
        done = done == null ? List.of() : List.copyOf(done);
        moot = moot == null ? List.of() : List.copyOf(moot);
    }

    /** Name of the rule's file and of its texts. */
    public String name() {
        return PromptNeed.code(action);
    }

    /** Whether the asked people have to be remembered, because an ending event does not name them. */
    public boolean remembersAsked() {
        return Stream.concat(done.stream(), moot.stream()).anyMatch(end -> end.whom() == PromptReceiver.ASKED)
                && !asksManagers();
    }

    /** Whether it asks the manager of the moment, so a new one when the manager changes. */
    public boolean asksManagers() {
        return asks.stream().anyMatch(ask -> ask.whom() == PromptReceiver.MANAGER);
    }

    /** Whether the person may switch it off. */
    public boolean optional() {
        return kind != PromptRuleKind.DUTY;
    }
}
