package nl.klimrek.conversations.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.PreparationAnswer;
import nl.klimrek.conversations.dialogue.report.Report;
import org.junit.jupiter.api.Test;

/** Rule 6: nothing in a conversation could hold a rating, score or ranking. */
class NoRatingTest {

    @Test
    void the_only_numbers_in_a_conversation_count_versions_and_rounds_of_its_appointment() {
        Set<String> numbers = new TreeSet<>();
        Set<Class<?>> seen = new LinkedHashSet<>();
        collect(Conversation.class, numbers, seen);
        assertThat(seen).contains(Report.class, Agreement.class, PreparationAnswer.class, AgendaPoint.class);
        assertThat(numbers)
                .containsExactly(
                        "Appointment.round",
                        "Discussed.version",
                        "PreparationAnswer.questionVersion",
                        "Report.version",
                        "SelectedQuestion.version");
    }

    @Test
    void no_part_of_a_conversation_is_called_a_rating_score_or_rank() {
        Set<Class<?>> seen = new LinkedHashSet<>();
        collect(Conversation.class, new TreeSet<>(), seen);
        assertThat(seen)
                .flatExtracting(
                        type -> type.isRecord() ? java.util.List.of(type.getRecordComponents()) : java.util.List.of())
                .extracting(part -> part.getName().toLowerCase(Locale.ROOT))
                .noneMatch(name -> name.matches(".*(rating|score|rank|grade|points?ofscale|stars).*"));
    }

    private static void collect(Type type, Set<String> numbers, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, numbers, seen);
            }
        } else if (type instanceof Class<?> some && some.isRecord() && seen.add(some)) {
            for (RecordComponent part : some.getRecordComponents()) {
                if (part.getType().isPrimitive() && part.getType() != boolean.class
                        || Number.class.isAssignableFrom(part.getType())) {
                    numbers.add(some.getSimpleName() + "." + part.getName());
                }
                collect(part.getGenericType(), numbers, seen);
            }
        }
    }
}
