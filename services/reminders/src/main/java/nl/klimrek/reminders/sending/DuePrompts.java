package nl.klimrek.reminders.sending;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.inbox.PromptInbox;
import nl.klimrek.reminders.prompt.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * Some due prompts with the diaries and inboxes of their people, read together a moment ago. Each step is conditional on what it
 * was decided on, so nothing is sent because of an outdated one.
 */
final class DuePrompts {

    /** After it they are read again. */
    private static final Duration MAX_AGE = Duration.ofSeconds(2);

    private final Map<Key, Versioned<Prompt>> prompts;
    private final Map<Key, Versioned<SendingDiary>> diaries;
    private final Map<Key, Versioned<PromptInbox>> inboxes;
    private final long readAt = System.nanoTime();

    private DuePrompts(
            Map<Key, Versioned<Prompt>> prompts,
            Map<Key, Versioned<SendingDiary>> diaries,
            Map<Key, Versioned<PromptInbox>> inboxes) {
        this.prompts = prompts;
        this.diaries = diaries;
        this.inboxes = inboxes;
    }

    static DuePrompts read(
            List<Key> keys,
            AggregateStore<Prompt> prompts,
            AggregateStore<SendingDiary> diaries,
            AggregateStore<PromptInbox> inboxes) {
        Map<Key, Versioned<Prompt>> found = prompts.findForSteps(keys);
        List<Key> people = found.entrySet().stream()
                .map(each -> Key.of(
                        each.getKey().organisation(), each.getValue().state().actor()))
                .distinct()
                .toList();
        return new DuePrompts(found, diaries.findForSteps(people), inboxes.findAllByKey(people));
    }

    /** Whether this prompt was looked for and what was read is recent. */
    boolean has(Key key) {
        return prompts.containsKey(key)
                && Duration.ofNanos(System.nanoTime() - readAt).compareTo(MAX_AGE) < 0;
    }

    /** The prompt; null if there is none. */
    @Nullable
    Prompt prompt(Key key) {
        Versioned<Prompt> found = prompts.get(key);
        return found == null ? null : found.state();
    }

    /** The diary of a person; null if there is none. */
    @Nullable
    SendingDiary diary(Key person) {
        Versioned<SendingDiary> found = diaries.get(person);
        return found == null ? null : found.state();
    }

    /** The inbox of a person, as a stream of one or none. */
    Stream<PromptInbox> inbox(Key person) {
        return Stream.ofNullable(inboxes.get(person)).map(Versioned::state);
    }
}
