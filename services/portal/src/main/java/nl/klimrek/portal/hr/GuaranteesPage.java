package nl.klimrek.portal.hr;

import java.util.List;
import nl.klimrek.portal.reader.Section;

/**
 * What the page about the guarantees shows; each part may be missing by itself.
 *
 * @param lag     readers that are behind
 * @param gaps    steps that are missing
 * @param letters records that could not be taken
 */
record GuaranteesPage(Section<LagPart> lag, Section<GapPart> gaps, Section<LetterPart> letters) {

    /** @param lines only readers that are behind; empty when nobody is */
    record LagPart(long behind, List<LagLine> lines) {
    }

    record LagLine(String reader, String topic, long behind) {
    }

    record GapPart(long open, List<GapLine> lines) {
    }

    record GapLine(String stream, String numbers, String since) {
    }

    /** @param more whether there are more than are shown */
    record LetterPart(int waiting, List<LetterLine> lines, boolean more) {
    }

    /**
     * One record, without its content.
     *
     * @param title    who could not take what
     * @param why      the reason in words
     * @param since    when it was parked
     * @param attempts that it was given again before; empty when not
     * @param facts    what helps whoever repairs it: topic, place, type, what it is about, size and digest
     */
    record LetterLine(String id, String title, String why, String since, String attempts, List<Fact> facts) {
    }

    record Fact(String name, String value) {
    }
}
