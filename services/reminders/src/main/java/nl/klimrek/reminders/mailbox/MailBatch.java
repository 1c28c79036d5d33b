package nl.klimrek.reminders.mailbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are fetched together and, once they were handled, removed together: at most {@value #MAX_MESSAGES}, as many as a
 * reader that dies reads again, and {@value #MAX_BATCH_BYTES} bytes. A message is never read whole when it is larger than {@value
 * #MAX_BYTES} bytes.
 */
final class MailBatch {

    /** Not more than the messages that the log of one side remembers. */
    static final int MAX_MESSAGES = 100;

    /** A larger message is no reply. */
    static final int MAX_BYTES = 1024 * 1024;

    static final int MAX_BATCH_BYTES = 4 * 1024 * 1024;

    private final ImapMailbox mailbox;
    private final List<Long> waiting;
    private final Map<Long, byte[]> messages;
    private final List<Long> understood = new ArrayList<>();
    private final List<Long> others = new ArrayList<>();

    private MailBatch(ImapMailbox mailbox, List<Long> waiting, Map<Long, byte[]> messages) {
        this.mailbox = mailbox;
        this.waiting = waiting;
        this.messages = messages;
    }

    /** A batch without messages. */
    static MailBatch empty(ImapMailbox mailbox) {
        return new MailBatch(mailbox, new ArrayList<>(), new HashMap<>());
    }

    /**
     * Fetches a message and those after it.
     *
     * @param sizes sizes of the messages of the page, by their ids, in order
     */
    static MailBatch from(long first, Map<Long, Integer> sizes, ImapMailbox mailbox) {
        List<Long> together = together(first, sizes);
        List<Long> readable =
                together.stream().filter(uid -> size(uid, sizes) <= MAX_BYTES).toList();
        return new MailBatch(
                mailbox,
                new ArrayList<>(together),
                readable.isEmpty() ? new HashMap<>() : new HashMap<>(mailbox.fetch(readable)));
    }

    /** The ids of a batch. Messages that are too large count for their number alone. */
    static List<Long> together(long first, Map<Long, Integer> sizes) {
        List<Long> after = sizes.keySet().stream()
                .dropWhile(uid -> uid != first)
                .limit(MAX_MESSAGES)
                .toList();
        int bytes = 0;
        int count = 0;
        for (long uid : after) {
            bytes += size(uid, sizes) <= MAX_BYTES ? size(uid, sizes) : 0;
            if (bytes > MAX_BATCH_BYTES) {
                break;
            }
            count++;
        }
        return after.subList(0, count);
    }

    private static int size(long uid, Map<Long, Integer> sizes) {
        return Objects.requireNonNull(sizes.get(uid));
    }

    /** Whether the message is still to be handled. */
    boolean contains(long uid) {
        return waiting.contains(uid);
    }

    /** The message; null when it is not there any more, cannot be read, or is too large to be a reply. */
    byte @Nullable [] message(long uid) {
        return messages.get(uid);
    }

    /** Notes that a message was handled, and removes those of this batch after the last one. */
    void handled(long uid, boolean isUnderstood) {
        waiting.remove(uid);
        messages.remove(uid);
        (isUnderstood ? understood : others).add(uid);
        if (waiting.isEmpty()) {
            remove();
        }
    }

    /** Removes what was handled from the mailbox. */
    void remove() {
        List<Long> deleted = List.copyOf(understood);
        List<Long> aside = List.copyOf(others);
        understood.clear();
        others.clear();
        if (!deleted.isEmpty() || !aside.isEmpty()) {
            mailbox.remove(deleted, aside);
        }
    }
}
