package nl.klimrek.conversations.questions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;

/**
 * One version of a question.
 *
 * @param id stable over versions
 * @param version from 1; a change of wording or tags is the next version
 * @param nl in Dutch
 * @param en in English
 * @param types conversations it fits
 */
public record Question(
        String id, int version, String nl, String en, Tags.Factor factor, Tags.Competence competence, Approach approach,
        Horizon horizon, Perspective perspective, Tags.Aspect aspect, Tags.Mode mode, Tags.Audience audience,
        List<ConversationType> types) {

    public Question {
        types = List.copyOf(types);
        if (id.isBlank() || nl.isBlank() || en.isBlank() || version < 1 || types.isEmpty()
                || Stream.of(factor, competence, approach, horizon, perspective, aspect, mode, audience).anyMatch(tag -> tag == null)) {
            throw new IllegalArgumentException("question " + id + " is not complete");
        }
    }

    /** The words in the reader's language: Dutch for who reads Dutch, else English. */
    public String text(Locale locale) {
        return "nl".equals(locale.getLanguage()) ? nl : en;
    }

    /** What a balanced set wants to have many kinds of. */
    Stream<Enum<?>> variety() {
        return Stream.of(approach, horizon, perspective, aspect, factor, mode, audience);
    }
}
