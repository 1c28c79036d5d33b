package nl.klimrek.reminders.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.klimrek.contracts.reminders.PromptAction;

/** Names the kinds of prompts that {@link PromptRules} schedule. Each kind belongs to exactly one class of rules. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Schedules {

    PromptAction[] value();
}
