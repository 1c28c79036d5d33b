package nl.klimrek.portal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of one thing, or of one person, as the journal has them: in plain language and the reader's own time. */
@Component
public final class JournalTimeline {
    private static final String PATH = "/api/journal/timeline?limit=";
    private final ServiceClient services;

    JournalTimeline(ServiceClient services) {
        this.services = services;
    }

    /** An entry as the journal answers it. */
    record Entry(long position, String type, Instant time, String actor, JsonNode data) {}

    /**
     * A step on a page.
     *
     * @param position place in the journal, by which the step can be downloaded with its proof
     * @param what a sentence
     * @param who  by whom
     * @param when in the reader's zone
     */
    public record Line(long position, String what, String who, String when) {}

    /** The steps of one aggregate; at most its first 200. */
    public Section<List<Line>> of(Reader reader, String subject) {
        return page(reader, "subject", subject, null, 200).map(Rows::items);
    }

    /**
     * A page of steps, oldest first.
     *
     * @param by    {@code subject}, {@code person} or {@code correlation}
     * @param after where the page begins; null for the first
     */
    public Section<Rows<Line>> page(Reader reader, String by, String id, @Nullable String after, int limit) {
        return rows(reader, by, id, after, limit)
                .map(rows -> new Rows<>(
                        rows.items().stream().map(entry -> line(reader, entry)).toList(), rows.next()));
    }

    private Section<Rows<Entry>> rows(Reader reader, String by, String id, @Nullable String after, int limit) {
        String from = after == null || !after.matches("[0-9]{1,18}") ? "" : "&after=" + after;
        return services.rows(
                reader.viewer(),
                Upstream.JOURNAL,
                PATH + limit + from + "&" + by + "=" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                Entry.class);
    }

    /** Gets a page of the reader's own steps, without views of their file by others. */
    public Section<Rows<Line>> ownSteps(Reader reader, String after, int limit) {
        return rows(reader, "person", reader.viewer().person(), after, limit)
                .map(rows -> new Rows<>(
                        rows.items().stream()
                                .filter(entry -> !entry.type().endsWith(".disclosed.v1"))
                                .map(entry -> line(reader, entry))
                                .toList(),
                        rows.next()));
    }

    private static Line line(Reader reader, Entry entry) {
        String what = reader.findText("event." + entry.type(), particular(reader, entry.data()))
                .orElseGet(() -> reader.say("event.other"));
        return new Line(
                entry.position(),
                what.replaceAll("(, |: )$", ""),
                reader.say("by", reader.who(entry.actor())),
                reader.moment(entry.time()));
    }

    /** The detail that a step is about: its slot, day or version. */
    private static String particular(Reader reader, JsonNode data) {
        if (data == null) {
            return "";
        }
        try {
            if (data.hasNonNull("slotStart")) {
                return reader.slot(
                        Instant.parse(data.path("slotStart").asText()),
                        Instant.parse(data.path("slotEnd").asText()));
            }
            if (data.hasNonNull("dueDate")) {
                return reader.day(LocalDate.parse(data.path("dueDate").asText()));
            }
            if (data.hasNonNull("windowFrom")) {
                return reader.window(
                        LocalDate.parse(data.path("windowFrom").asText()),
                        LocalDate.parse(data.path("windowUntil").asText()));
            }
        } catch (DateTimeException otherwiseWritten) {
            return "";
        }
        return data.hasNonNull("version") ? data.path("version").asText() : "";
    }
}
