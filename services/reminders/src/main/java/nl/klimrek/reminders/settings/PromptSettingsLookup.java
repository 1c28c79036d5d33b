package nl.klimrek.reminders.settings;

import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Finds a person's choices. */
@Component
public class PromptSettingsLookup {

    private final AggregateStore<PromptSettings> settings;

    PromptSettingsLookup(AggregateStore<PromptSettings> settings) {
        this.settings = settings;
    }

    public PromptSettings find(Key person) {
        return settings.find(person).map(Versioned::state).orElseGet(() -> PromptSettings.none(person.id()));
    }
}
