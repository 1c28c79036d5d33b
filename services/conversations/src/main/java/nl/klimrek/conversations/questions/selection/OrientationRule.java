package nl.klimrek.conversations.questions.selection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.conversations.questions.Question;
import org.jspecify.annotations.Nullable;

/** Derives what a conversation was about from the questions that were discussed. */
public final class OrientationRule {

    private OrientationRule() {}

    /**
     * The tag most questions carry. Of approach and horizon the one further on wins a tie, so that a talk which built on
     * strengths as much as it repaired counts as building; a tie of perspectives is {@code CONNECTED}. No question, no
     * balance.
     */
    public static Orientation from(Collection<Question> discussed) {
        return new Orientation(
                last(most(discussed, Question::approach)),
                last(most(discussed, Question::horizon)),
                perspective(most(discussed, Question::perspective)));
    }

    private static @Nullable Perspective perspective(List<Perspective> most) {
        return most.size() > 1 ? Perspective.CONNECTED : last(most);
    }

    private static <E extends Enum<E>> List<E> most(Collection<Question> discussed, Function<Question, E> tag) {
        Map<E, Long> counts = discussed.stream().collect(Collectors.groupingBy(tag, Collectors.counting()));
        long highest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return counts.keySet().stream()
                .filter(one -> counts.getOrDefault(one, 0L) == highest)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static <E> @Nullable E last(List<E> values) {
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }
}
