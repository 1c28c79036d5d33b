package nl.klimrek.popforms.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer, a goal or an activity between two versions.
 *
 * @param id code of the question, or id of the goal or activity
 * @param kind what became of it
 * @param title how it is called; null where it has no title
 * @param fields what changed in it; empty unless it was changed
 * @param activities changes of the activities of a goal
 */
public record Change(String id, Kind kind, @Nullable String title, List<FieldChange> fields, List<Change> activities) {

    public Change {
        fields = List.copyOf(fields);
        activities = List.copyOf(activities);
    }

    public enum Kind {
        ADDED,
        CHANGED,
        /** It is not in the later version: dropped from the plan, or private since. */
        REMOVED
    }

    /**
     * A field that changed.
     *
     * @param field its name
     * @param before its value as text or code; null for none
     * @param after its value as text or code; null for none
     */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
