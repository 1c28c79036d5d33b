package nl.klimrek.portal.agenda;

import java.util.List;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** Who talks with whom, when, and what is asked of the reader. Never a word of what is said. */
@Component
public final class Conversations {
    private static final String PATH = "/api/conversations?limit=200";
    private final Services services;

    Conversations(Services services) {
        this.services = services;
    }

    /**
     * A conversation on a page.
     *
     * @param id     of the conversation
     * @param type   what it is for
     * @param with   name of the other
     * @param other  person id of the other
     * @param when   its slot, or the window it should happen in
     * @param status where it stands
     * @param state  the same as a code
     * @param asked  what is asked of the reader; empty when nothing
     * @param mine   whether it is about the reader
     */
    public record Line(String id, String type, String with, String other, String when, String status, String state, String asked,
            boolean mine) {
    }

    /** All of the reader's, the earliest first. */
    public Section<List<Line>> of(Reader reader) {
        return services.list(reader.viewer(), Service.CONVERSATIONS, PATH, Entry.class)
                .map(entries -> entries.stream().map(entry -> line(reader, entry)).toList());
    }

    private static Line line(Reader reader, Entry entry) {
        boolean mine = "EMPLOYEE".equals(entry.side());
        String other = mine ? entry.counterpart() : entry.employee();
        String when = entry.slotStart() != null ? reader.slot(entry.slotStart(), entry.slotEnd())
                : reader.window(entry.windowFrom(), entry.windowUntil());
        boolean nothing = entry.asked() == null || entry.asked().equals("NOTHING");
        return new Line(entry.conversation(), reader.code("type", entry.type()), reader.name(other), other, when,
                reader.code("status", entry.status()), entry.status(), nothing ? "" : reader.code("asked", entry.asked()), mine);
    }
}
