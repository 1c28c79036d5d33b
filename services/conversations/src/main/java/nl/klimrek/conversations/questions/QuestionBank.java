package nl.klimrek.conversations.questions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All questions, in the newest version of each.
 *
 * @param version rises whenever any question changes; answers remember it
 * @param questions each id once
 */
public record QuestionBank(int version, List<Question> questions) {

    public QuestionBank {
        questions = List.copyOf(questions);
        Map<String, Long> ids = questions.stream().collect(Collectors.groupingBy(Question::id, Collectors.counting()));
        if (ids.values().stream().anyMatch(times -> times > 1)) {
            throw new IllegalArgumentException("an id stands for one question");
        }
    }

    /** The question with this id. */
    public Optional<Question> find(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** Questions by id. */
    public Map<String, Question> byId() {
        return questions.stream().collect(Collectors.toMap(Question::id, Function.identity()));
    }
}
