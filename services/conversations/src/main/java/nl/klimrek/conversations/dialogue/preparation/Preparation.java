package nl.klimrek.conversations.dialogue.preparation;

import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Commitment;

/**
 * What one side wrote before the meeting. Only its author reads it until it is shared.
 *
 * @param template set of questions it was made from, with its version
 * @param answers in the author's order
 * @param commitment commitment of template, questions and texts
 * @param shared whether the other side may read it
 */
public record Preparation(String template, List<PreparationAnswer> answers, Commitment commitment, boolean shared) {

    public Preparation {
        answers = List.copyOf(answers);
    }

    /** A private draft. */
    public static Preparation draft(String template, List<PreparationAnswer> answers) {
        String content = template
                + '\n'
                + answers.stream()
                        .map(answer -> answer.question() + '@' + answer.questionVersion() + '\n' + answer.text())
                        .collect(Collectors.joining("\n"));
        return new Preparation(template, answers, Commitment.to(content), false);
    }

    public Preparation withShared(boolean now) {
        return new Preparation(template, answers, commitment, now);
    }
}
