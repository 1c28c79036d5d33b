package nl.klimrek.conversations.team;

import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * What the team wants together, and how members say they help it, in their own words.
 *
 * @param id id of the goal
 * @param words what it is
 * @param contributions by person id, the newest of each
 */
public record SharedGoal(String id, PrivateText words, Map<String, PrivateText> contributions) {

    public SharedGoal {
        contributions = contributions == null ? Map.of() : Map.copyOf(contributions);
    }

    SharedGoal with(String person, PrivateText offer) {
        Map<String, PrivateText> all = new TreeMap<>(contributions);
        all.put(person, offer);
        return new SharedGoal(id, words, all);
    }
}
