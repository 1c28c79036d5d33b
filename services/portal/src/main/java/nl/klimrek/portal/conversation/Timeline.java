package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** The steps of one thing as the journal has them, in plain language and the reader's own time. */
@Component
final class Timeline {
    private final Services services;

    Timeline(Services services) {
        this.services = services;
    }

    /** An entry as the journal answers it. */
    record Entry(String type, Instant time, String actor, JsonNode data) {
    }

    /**
     * A step on a page.
     *
     * @param what a sentence
     * @param who  by whom
     * @param when in the reader's zone
     */
    record Line(String what, String who, String when) {
    }

    Section<List<Line>> of(Reader reader, String subject) {
        return services.list(reader.viewer(), Service.JOURNAL, "/api/journal/timeline?limit=200&subject=" + subject, Entry.class)
                .map(entries -> entries.stream().map(entry -> line(reader, entry)).toList());
    }

    private static Line line(Reader reader, Entry entry) {
        String what = reader.maybe("event." + entry.type(), particular(reader, entry.data()))
                .orElseGet(() -> reader.say("event.other", entry.type()));
        return new Line(what, reader.say("by", reader.who(entry.actor())), reader.moment(entry.time()));
    }

    /** What makes a step more than its kind: the slot, the day or the version it is about. */
    private static String particular(Reader reader, JsonNode data) {
        if (data == null) {
            return "";
        }
        try {
            if (data.hasNonNull("slotStart")) {
                return reader.slot(Instant.parse(data.path("slotStart").asText()), Instant.parse(data.path("slotEnd").asText()));
            }
            if (data.hasNonNull("dueDate")) {
                return reader.day(LocalDate.parse(data.path("dueDate").asText()));
            }
            if (data.hasNonNull("windowFrom")) {
                return reader.window(LocalDate.parse(data.path("windowFrom").asText()), LocalDate.parse(data.path("windowUntil").asText()));
            }
        } catch (DateTimeException otherwiseWritten) {
            return "";
        }
        return data.hasNonNull("version") ? data.path("version").asText() : "";
    }
}
