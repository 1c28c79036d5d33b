package nl.klimrek.reminders.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.EventCatalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The rules for all kinds of prompts, one for each {@link PromptAction}.
 *
 * <p>The service does not start with a mistake in a file; the failure names every mistake.
 */
@Component
public class PromptCatalogue {

    static final String PREFIX = "nl.klimrek.";

    private final Map<PromptAction, PromptRule> rules;

    @Autowired
    PromptCatalogue(EventCatalogue events) {
        this(RuleFileReader.texts(), events);
    }

    PromptCatalogue(Map<String, String> files, EventCatalogue events) {
        List<String> mistakes = new ArrayList<>();
        Map<PromptAction, PromptRule> found = new EnumMap<>(PromptAction.class);
        files.forEach((name, text) -> RuleFileReader.read(name, text, mistakes).ifPresent(rule -> {
            new RuleCheck(name, rule, events, mistakes).run();
            if (rule.action() != null) {
                found.put(rule.action(), rule);
            }
        }));
        Arrays.stream(PromptAction.values())
                .filter(action -> !found.containsKey(action))
                .forEach(action -> mistakes.add("no file has the rule of " + action));
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("The rules for prompts have mistakes:\n  " + String.join("\n  ", mistakes));
        }
        this.rules = Collections.unmodifiableMap(found);
    }

    /** The rule of a kind. */
    public PromptRule rule(PromptAction action) {
        return Objects.requireNonNull(rules.get(action));
    }

    /** All rules, in the order of {@link PromptAction}. */
    public Collection<PromptRule> all() {
        return rules.values();
    }

    /** The full type of an event that a file names. */
    public static String typeOf(String event) {
        return PREFIX + event;
    }
}
