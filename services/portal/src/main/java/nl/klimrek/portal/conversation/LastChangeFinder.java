package nl.klimrek.portal.conversation;

import java.time.Instant;
import java.util.List;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.stereotype.Component;

/** Finds who changed a conversation while the reader was writing. */
@Component
final class LastChangeFinder {
    private static final int STALE = 412;
    private static final String LOOK = ".disclosed.v1";
    private final ServiceClient services;

    LastChangeFinder(ServiceClient services) {
        this.services = services;
    }

    /** A step as the journal has it. */
    record Entry(String type, Instant time, String actor) {}

    /** The same trouble; for a stale version it says who changed the conversation and when. */
    Trouble explained(Reader reader, String conversation, Trouble trouble) {
        if (trouble.status() != STALE) {
            return trouble;
        }
        List<Entry> entries = services.list(
                        reader.viewer(),
                        Upstream.JOURNAL,
                        "/api/journal/timeline?limit=200&subject=" + conversation,
                        Entry.class)
                .orElse(List.of());
        String detail = entries.stream()
                .filter(entry -> !entry.type().endsWith(LOOK))
                .reduce((earlier, later) -> later)
                .map(last -> last.actor() != null
                                && last.actor().equals(reader.viewer().person())
                        ? reader.say("conversation.changed.you", reader.clock(last.time()))
                        : reader.say("conversation.changed.other", reader.who(last.actor()), reader.clock(last.time())))
                .orElseGet(() -> reader.say("conversation.changed.somebody"));
        return new Trouble(
                trouble.status(), trouble.code(), reader.say("conversation.changed"), detail, true, trouble.errors());
    }
}
