package nl.klimrek.reminders.sending;

import java.util.List;
import java.util.function.Function;
import nl.klimrek.eventing.Key;
import org.jspecify.annotations.Nullable;

/** A page of due prompts, of which the next few are read together. One thread uses it. */
final class DuePage {

    /** So many are sent in about a second. */
    private static final int TOGETHER = 25;

    private final List<String> keys;
    private final Function<List<Key>, DuePrompts> reader;
    private @Nullable DuePrompts last;

    DuePage(List<String> keys, Function<List<Key>, DuePrompts> reader) {
        this.keys = keys;
        this.reader = reader;
    }

    /** This prompt, with others that follow it. */
    DuePrompts with(Key key) {
        DuePrompts known = last;
        if (known == null || !known.has(key)) {
            int at = keys.indexOf(key.value());
            List<Key> next = at < 0
                    ? List.of(key)
                    : keys.subList(at, Math.min(at + TOGETHER, keys.size())).stream()
                            .map(Key::parse)
                            .toList();
            known = reader.apply(next);
            last = known;
        }
        return known;
    }
}
