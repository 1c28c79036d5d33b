package nl.klimrek.portal.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The reader's own part of the journal: views of their file, and their steps.
 *
 * @param looks     views of their file, the newest first
 * @param nextLooks where older or newer looks go on; null when these are all
 * @param steps     their own steps
 * @param nextSteps where the steps go on; null when these are all
 */
record JournalPage(
        Section<List<LookLine>> looks,
        @Nullable String nextLooks,
        Section<List<JournalTimeline.Line>> steps,
        @Nullable String nextSteps) {

    /** A look as the journal answers it. */
    record Look(Instant time, String viewer, String content, String allowedBecause) {}

    /**
     * All looks of one person at one kind of content on one day.
     *
     * @param times how often; 1 for most
     */
    record LookLine(String who, String what, String because, String when, int times) {}

    static JournalPage of(Reader reader, Section<Rows<Look>> looks, Section<Rows<JournalTimeline.Line>> steps) {
        return new JournalPage(
                looks.map(rows -> bundled(reader, rows.items())),
                looks.map(Rows::next).orNull(),
                steps.map(Rows::items),
                steps.map(Rows::next).orNull());
    }

    /** Views of the same content by the same person for the same reason on one day; the page shows them as one line. */
    private record Bundle(LocalDate day, String viewer, String content, String because) {
        static Bundle of(Look look, ZoneId zone) {
            return new Bundle(
                    look.time().atZone(zone).toLocalDate(), look.viewer(), look.content(), look.allowedBecause());
        }
    }

    static List<LookLine> bundled(Reader reader, List<Look> looks) {
        Map<Bundle, List<Look>> bundles = new LinkedHashMap<>();
        for (int newest = looks.size() - 1; newest >= 0; newest--) {
            bundles.computeIfAbsent(Bundle.of(looks.get(newest), reader.zone()), same -> new ArrayList<>())
                    .add(looks.get(newest));
        }
        return bundles.entrySet().stream()
                .map(bundle -> new LookLine(
                        reader.name(bundle.getKey().viewer()),
                        reader.code("content", bundle.getKey().content()),
                        reader.code("right", bundle.getKey().because()),
                        reader.moment(bundle.getValue().get(0).time()),
                        bundle.getValue().size()))
                .toList();
    }
}
