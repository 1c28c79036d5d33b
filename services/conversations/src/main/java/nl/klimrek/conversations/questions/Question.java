package nl.klimrek.conversations.questions;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.questions.QuestionTags.Audience;
import org.jspecify.annotations.Nullable;

/**
 * One version of a question.
 *
 * @param id stable over versions
 * @param version from 1; a change of wording or tags is the next version
 * @param nl in Dutch; null where an organisation's own question has no Dutch yet
 * @param en in English; null where an organisation's own question has no English yet
 * @param types conversations it fits
 */
public record Question(
        String id,
        int version,
        @Nullable String nl,
        @Nullable String en,
        QuestionTags.Factor factor,
        QuestionTags.Competence competence,
        Approach approach,
        Horizon horizon,
        Perspective perspective,
        QuestionTags.Aspect aspect,
        QuestionTags.Mode mode,
        QuestionTags.Audience audience,
        List<ConversationType> types) {

    public Question {
        types = List.copyOf(types);
        boolean tagged = Stream.of(factor, competence, approach, horizon, perspective, aspect, mode, audience)
                .allMatch(Objects::nonNull);
        if (id.isBlank() || nl == null && en == null || version < 1 || types.isEmpty() || !tagged) {
            throw new IllegalArgumentException("question " + id + " is not complete");
        }
    }

    /** The words in the reader's language, or in the other one as long as they were not translated. */
    public String text(Locale locale) {
        boolean dutch = "nl".equals(locale.getLanguage());
        return Objects.requireNonNull(dutch ? nl == null ? en : nl : en == null ? nl : en, "a question has words");
    }

    Question numbered(int other) {
        return new Question(
                id, other, nl, en, factor, competence, approach, horizon, perspective, aspect, mode, audience, types);
    }

    /** Whether this side is asked it. */
    public boolean fits(ConversationType type, Side side) {
        return types.contains(type) && audience != (side == Side.EMPLOYEE ? Audience.COUNTERPART : Audience.EMPLOYEE);
    }

    /** Of what a balanced set wants many kinds, the most telling first. */
    public Stream<Enum<?>> variety() {
        return Stream.of(approach, horizon, perspective, aspect, factor, mode);
    }
}
