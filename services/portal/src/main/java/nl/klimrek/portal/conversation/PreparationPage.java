package nl.klimrek.portal.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The questionnaire and facts to prepare a conversation with; every answer is optional.
 *
 * @param questions of the reader's own sheet, each with why it is there and what was answered before
 * @param more      five sides of work to think about, each with what the other is asked of it
 * @param answered  answers to questions that are no longer on the sheet
 * @param goals     of the employee's plan, in a line each
 * @param carried   what is still to be kept from earlier conversations
 * @param mode      which kind of questions the reader likes; empty for any
 * @param late      whether the conversation was held or called off, so that nothing can be prepared any more
 */
public record PreparationPage(
        String id,
        String title,
        String other,
        boolean employee,
        boolean saved,
        boolean shared,
        String opens,
        List<Question> questions,
        List<Question> more,
        List<Question> answered,
        List<String> goals,
        List<String> carried,
        String mode,
        boolean late,
        @Nullable String etag) {

    /** NameLookup of the fields that the form has. */
    public List<String> fields() {
        return java.util.stream.Stream.of(questions, more, answered)
                .flatMap(List::stream)
                .map(one -> "answer." + one.id())
                .toList();
    }

    /** A question; {@code hint} may be null. */
    public record Question(String id, String text, @Nullable String hint, String answer) {}

    static PreparationPage of(
            Reader reader, ConversationResponse talk, QuestionnaireResponse sheet, String mode, @Nullable String etag) {
        Map<String, String> answers = talk.mine() == null
                ? Map.of()
                : talk.mine().answers().stream()
                        .collect(Collectors.toMap(
                                ConversationResponse.Answer::question,
                                ConversationResponse.Answer::text,
                                (one, other) -> one));
        String other = reader.name(talk.other());
        List<Question> questions = sheet.questions().stream()
                .map(one -> new Question(one.id(), one.text(), one.because(), answers.getOrDefault(one.id(), "")))
                .toList();
        List<Question> more = sheet.factors().stream()
                .filter(factor -> questions.stream()
                        .noneMatch(one -> one.id().equals(factor.yours().id())))
                .map(factor -> new Question(
                        factor.yours().id(),
                        factor.yours().text(),
                        reader.say(
                                "conversation.mirror", other, factor.mirrored().text()),
                        answers.getOrDefault(factor.yours().id(), "")))
                .toList();
        List<Question> before = new ArrayList<>();
        if (talk.mine() != null) {
            talk.mine().answers().stream()
                    .filter(answer -> answer.asked() != null)
                    .filter(answer -> java.util.stream.Stream.concat(questions.stream(), more.stream())
                            .noneMatch(one -> one.id().equals(answer.question())))
                    .forEach(
                            answer -> before.add(new Question(answer.question(), answer.asked(), null, answer.text())));
        }
        return new PreparationPage(
                talk.id(),
                reader.say("conversation.title", reader.code("type", talk.type()), other),
                other,
                ConversationResponse.EMPLOYEE.equals(talk.you()),
                talk.mine() != null,
                talk.mine() != null && talk.mine().shared(),
                reader.day(sheet.opensOn()),
                questions,
                more,
                before,
                sheet.goals().stream().map(goal -> goal(reader, goal)).toList(),
                sheet.carriedOver().stream()
                        .filter(one -> one.text() != null)
                        .map(one -> reader.say("conversation.carried.line", one.text(), reader.shortDay(one.dueDate())))
                        .toList(),
                mode == null ? "" : mode,
                !talk.isAhead(),
                etag);
    }

    private static String goal(Reader reader, QuestionnaireResponse.Goal goal) {
        String line = reader.say(
                "conversation.goal.line",
                reader.code("conversation.direction", goal.direction()),
                reader.code("goal", goal.state()),
                reader.shortDay(goal.targetDate()));
        return goal.keptPrivate() ? reader.say("conversation.goal.private", line) : line;
    }
}
