package nl.klimrek.reminders.livecount;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.inbox.PromptInbox;
import nl.klimrek.reminders.prompt.Prompt;
import org.springframework.stereotype.Component;

/** Counts the prompts that wait for people, for many people with two reads. */
@Component
class WaitingCounts {

    private final AggregateStore<PromptInbox> inboxes;
    private final AggregateStore<Prompt> prompts;

    WaitingCounts(AggregateStore<PromptInbox> inboxes, AggregateStore<Prompt> prompts) {
        this.inboxes = inboxes;
        this.prompts = prompts;
    }

    /** Ids of the prompts in the inboxes of these people, which may have ended a moment ago. */
    Map<Key, List<String>> open(Collection<Key> people) {
        Map<Key, List<String>> open = new HashMap<>();
        people.forEach(person -> open.put(person, List.of()));
        inboxes.findAllByKey(List.copyOf(people))
                .forEach((person, inbox) -> open.put(person, inbox.state().open()));
        return open;
    }

    /** How many of these prompts wait for their person. */
    Map<Key, Integer> count(Map<Key, List<String>> open) {
        Map<Key, Key> owners = new LinkedHashMap<>();
        open.forEach((person, ids) -> ids.forEach(id -> owners.put(Key.of(person.organisation(), id), person)));
        Map<Key, Integer> counts = new HashMap<>();
        open.keySet().forEach(person -> counts.put(person, 0));
        if (!owners.isEmpty()) {
            prompts.findAllByKey(List.copyOf(owners.keySet())).forEach((key, found) -> {
                Key person = owners.get(key);
                Prompt prompt = found.state();
                if (person != null && prompt.isWaiting() && prompt.actor().equals(person.id())) {
                    counts.merge(person, 1, Integer::sum);
                }
            });
        }
        return counts;
    }
}
