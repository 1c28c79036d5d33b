package nl.klimrek.portal.hr;

import java.util.List;
import nl.klimrek.portal.reader.Section;

/**
 * All that the page for HR shows; each part may be missing by itself.
 *
 * @param summary    the roster in figures
 * @param without    people without a manager, the first of them
 * @param quarantine HR records that could not be taken, with why
 * @param cycles     rhythms of conversations
 * @param coverage   per team, without figures about too few
 */
record HrPage(Section<HrAnswers.Summary> summary, Section<List<PersonLine>> without, Section<List<QuarantineLine>> quarantine,
        Section<List<CycleLine>> cycles, Section<CoveragePart> coverage) {

    record PersonLine(String name, String team) {
    }

    record QuarantineLine(String record, String reason, String since) {
    }

    /** @param state what was planned; or that nothing was yet */
    record CycleLine(String id, String from, List<String> rhythm, String state) {
    }

    /** @param hidden names of teams that are not shown; empty when all are */
    record CoveragePart(int minimum, List<CoverageLine> lines, CoverageLine total, String hidden) {
    }

    record CoverageLine(String team, int people, int with) {
    }

    /** What a plan would do, from a dry run. */
    record Preview(int people, int planned, List<String> without, List<String> skipped) {
    }
}
