package nl.klimrek.portal.feedback;

import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * One request for feedback.
 *
 * @param mine      whether the reader made the request
 * @param other     name of the other of it
 * @param answers   whether the reader can answer now
 * @param withdraws whether the reader can take the question back
 * @param shares    whether the reader can share the answers
 * @param talks     conversations it can be shared in
 * @param numbers   the answers to choose from
 */
public record FeedbackPage(
        String id,
        boolean mine,
        String other,
        String kind,
        String due,
        String status,
        String state,
        List<Question> questions,
        boolean answers,
        boolean withdraws,
        boolean shares,
        List<Choice> talks,
        List<Choice> numbers,
        List<String> sharedIn,
        @Nullable String etag) {

    /** A question, and the answer where there is one. */
    public record Question(int number, String text, String answer) {}

    static FeedbackPage of(Reader reader, FeedbackResponse request, List<Conversation> talks, @Nullable String etag) {
        boolean mine = reader.viewer().person().equals(request.employee());
        boolean open = "ASKED".equals(request.status());
        return new FeedbackPage(
                request.id(),
                mine,
                reader.name(mine ? request.colleague() : request.employee()),
                reader.code("feedback.kind", request.kind()),
                reader.shortDay(request.dueDate()),
                reader.code("feedback.status", request.status()),
                request.status(),
                request.questions().stream()
                        .map(one -> new Question(one.number(), one.question(), one.answer()))
                        .toList(),
                !mine && open,
                mine && open,
                mine && "GIVEN".equals(request.status()),
                talks.stream()
                        .filter(Conversation::isOwnAndOpen)
                        .map(talk -> new Choice(talk.conversation(), name(reader, talk)))
                        .toList(),
                request.questions().stream()
                        .map(one -> new Choice(String.valueOf(one.number()), one.question()))
                        .toList(),
                talks.stream()
                        .filter(talk -> request.sharedIn().contains(talk.conversation()))
                        .map(talk -> name(reader, talk))
                        .toList(),
                etag);
    }

    private static String name(Reader reader, Conversation talk) {
        return reader.say(
                "feedback.talk",
                reader.code("type", talk.type()),
                reader.name(talk.counterpart()),
                reader.code("status", talk.status()));
    }

    /** A conversation of the reader's, as the conversations service lists it. */
    record Conversation(String conversation, String type, String status, String side, String counterpart) {
        boolean isOwnAndOpen() {
            return "EMPLOYEE".equals(side) && !"CLOSED".equals(status) && !"CANCELLED".equals(status);
        }
    }
}
