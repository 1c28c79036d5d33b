package nl.klimrek.portal.feedback;

import java.util.List;
import nl.klimrek.portal.reader.Reader;

/**
 * Feedback as its page lists it.
 *
 * @param toGive requests to the reader
 * @param came   answers to the reader
 * @param asked  the reader's requests that are open or ended without an answer
 */
public record FeedbackListPage(List<Line> toGive, List<Line> came, List<Line> asked) {

    /** One request: with whom, what kind, and until when. */
    public record Line(String id, String name, String kind, String due, String status, String state) {}

    static FeedbackListPage of(Reader reader, List<FeedbackListItem> toGive, List<FeedbackListItem> mine) {
        return new FeedbackListPage(
                toGive.stream().map(one -> line(reader, one, one.employee())).toList(),
                mine.stream()
                        .filter(one -> "GIVEN".equals(one.status()))
                        .map(one -> line(reader, one, one.colleague()))
                        .toList(),
                mine.stream()
                        .filter(one -> !"GIVEN".equals(one.status()))
                        .map(one -> line(reader, one, one.colleague()))
                        .toList());
    }

    private static Line line(Reader reader, FeedbackListItem one, String person) {
        return new Line(
                one.id(),
                reader.name(person),
                reader.code("feedback.kind", one.kind()),
                reader.say("feedback.due", reader.shortDay(one.dueDate())),
                reader.code("feedback.status", one.status()),
                one.status());
    }
}
