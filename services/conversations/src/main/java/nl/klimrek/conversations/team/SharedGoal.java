package nl.klimrek.conversations.team;

import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.conversations.dialogue.text.Words;

/**
 * What the team wants together, and how members say they help it, in their own words.
 *
 * @param id id of the goal
 * @param words what it is
 * @param contributions by person id, the newest of each
 */
public record SharedGoal(String id, Words words, Map<String, Words> contributions) {

    public SharedGoal {
        contributions = contributions == null ? Map.of() : Map.copyOf(contributions);
    }

    SharedGoal with(String person, Words offer) {
        Map<String, Words> all = new TreeMap<>(contributions);
        all.put(person, offer);
        return new SharedGoal(id, words, all);
    }
}
