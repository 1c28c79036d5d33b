package nl.klimrek.contracts.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What breaks when one shape takes the place of another. Both ways count: a reader of today meets messages of tomorrow, and
 * a reader of tomorrow meets those that are still on the topic. So a message may get optional fields and further values of a
 * code, and what it says in prose may change; nothing else.
 */
final class SchemaChanges {

    private final List<String> breaks = new ArrayList<>();

    private SchemaChanges() {}

    /** What breaks, each as the middle of a sentence; empty when the released message merely grew. */
    static List<String> breaks(Shape released, Shape current) {
        SchemaChanges growth = new SchemaChanges();
        growth.compare("", released, current);
        return List.copyOf(growth.breaks);
    }

    private void compare(String path, Shape released, Shape current) {
        fields(path, released, current);
        items(path, released.items(), current.items());
        released.values().stream()
                .filter(value -> !current.values().contains(value))
                .forEach(value -> breaks.add("no longer knows " + value + " as a value of " + path));
        Set<String> limits = new TreeSet<>(released.limits().keySet());
        limits.addAll(current.limits().keySet());
        limits.forEach(limit -> limit(
                path, limit, released.limits().get(limit), current.limits().get(limit)));
    }

    private void fields(String path, Shape released, Shape current) {
        released.fields().forEach((name, field) -> {
            String place = path.isEmpty() ? name : path + "." + name;
            if (!current.fields().containsKey(name)) {
                breaks.add("no longer has " + place);
                return;
            }
            required(
                    place,
                    released.required().contains(name),
                    current.required().contains(name));
            compare(place, field, current.fields().get(name));
        });
        current.required().stream()
                .filter(name -> !released.fields().containsKey(name))
                .forEach(name -> breaks.add(
                        "requires " + (path.isEmpty() ? name : path + "." + name) + ", which it did not have before"));
    }

    private void required(String place, boolean before, boolean now) {
        if (!before && now) {
            breaks.add("requires " + place + ", which was optional");
        } else if (before && !now) {
            breaks.add("no longer promises " + place);
        }
    }

    private void items(String path, Shape released, Shape current) {
        if (released != null && current != null) {
            compare(path + "[]", released, current);
        } else if (released != null || current != null) {
            breaks.add("has other elements in " + path);
        }
    }

    private void limit(String path, String keyword, String before, String now) {
        if (before == null) {
            breaks.add("has a new " + keyword + " " + now + where(path));
        } else if (now == null) {
            breaks.add("no longer has the " + keyword + " " + before + where(path));
        } else if (!before.equals(now)) {
            breaks.add("has the " + keyword + " " + now + " instead of " + before + where(path));
        }
    }

    private static String where(String path) {
        return path.isEmpty() ? "" : " at " + path;
    }
}
