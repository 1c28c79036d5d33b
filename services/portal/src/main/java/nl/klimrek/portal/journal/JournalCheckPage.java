package nl.klimrek.portal.journal;

import java.time.Instant;
import java.util.List;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Whether the journal is whole and unchanged.
 *
 * @param chain       what walking the whole chain gave
 * @param gaps        steps that are missing
 * @param checkpoints the newest signed checkpoints
 */
record JournalCheckPage(Section<Chain> chain, Section<GapPart> gaps, Section<List<String>> checkpoints) {

    /** @param resumed places where the journal was restored from a backup; null when there are none */
    record Verification(
            boolean verified,
            long entries,
            String head,
            @Nullable Long brokenAt,
            @Nullable List<Resumption> resumed) {}

    record Resumption(long position, long lostFrom, long lostTo) {}

    record Gaps(List<Gap> items, long open, long found) {}

    record Gap(String subject, Long from, Long until, Instant foundAt) {}

    record Checkpoint(long position, Instant at) {}

    /** @param head the last hash, so that it can be compared with a written copy */
    record Chain(boolean verified, String text, String head) {}

    /** @param text how many are missing, in words */
    record GapPart(boolean none, String text) {}

    static JournalCheckPage of(
            Reader reader, Section<Verification> check, Section<Gaps> gaps, Section<Rows<Checkpoint>> checkpoints) {
        return new JournalCheckPage(
                check.map(found -> new Chain(
                        found.verified(),
                        found.verified()
                                ? whole(reader, found)
                                : reader.say(
                                        "journal.check.broken",
                                        found.brokenAt() == null ? found.entries() : found.brokenAt()),
                        found.head())),
                gaps.map(found -> new GapPart(
                        found.open() == 0,
                        found.open() == 0
                                ? reader.say("journal.check.no-gaps")
                                : reader.say("journal.check.gaps", found.open()))),
                checkpoints.map(rows -> rows.items().stream()
                        .map(point -> reader.say("journal.check.point", reader.moment(point.at()), point.position()))
                        .toList()));
    }

    private static String whole(Reader reader, Verification found) {
        StringBuilder text = new StringBuilder(reader.say("journal.check.whole", found.entries()));
        List<Resumption> resumed = found.resumed() == null ? List.of() : found.resumed();
        resumed.forEach(one -> text.append(' ')
                .append(reader.say("journal.check.resumed", one.position(), one.lostFrom(), one.lostTo())));
        return text.toString();
    }
}
