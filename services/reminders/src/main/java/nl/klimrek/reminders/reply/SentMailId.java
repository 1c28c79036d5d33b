package nl.klimrek.reminders.reply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * The Message-ID of a mail of this service, with what the mail was about.
 *
 * @param about the conversation, or the prompt
 * @param side the side that the mail was for; null for a prompt
 */
record SentMailId(Key about, @Nullable Side side) {

    private static final Pattern CALENDAR = Pattern.compile(
            "<([a-z0-9-]+)\\.([A-Za-z0-9.-]+)\\.calendar(?:-reply)?\\.(EMPLOYEE|COUNTERPART)\\.\\d+@klimrek>");
    private static final Pattern PROMPT =
            Pattern.compile("<([a-z0-9-]+)\\.([a-z-]+)\\.([A-Za-z0-9.-]+)\\.\\d+@klimrek>");

    /** What this id names; empty when it is none of this service. */
    static Optional<SentMailId> parse(String messageId) {
        Matcher calendar = CALENDAR.matcher(messageId);
        if (calendar.matches()) {
            return key(calendar.group(1), calendar.group(2))
                    .map(key -> new SentMailId(key, Side.valueOf(calendar.group(3))));
        }
        Matcher prompt = PROMPT.matcher(messageId);
        return prompt.matches()
                ? key(prompt.group(1), prompt.group(2) + ":" + prompt.group(3)).map(key -> new SentMailId(key, null))
                : Optional.empty();
    }

    private static Optional<Key> key(String organisation, String id) {
        try {
            return Optional.of(Key.of(new Organisation(organisation), id));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }
}
