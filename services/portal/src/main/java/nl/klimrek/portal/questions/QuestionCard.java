package nl.klimrek.portal.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.reader.Reader;

/**
 * A question as a page shows it.
 *
 * @param meta  for whom and for which conversations
 * @param facts its tags, each with what it is
 */
record QuestionCard(String id, String text, boolean own, String meta, String origin, List<Fact> facts) {

    record Fact(String name, String value) {}

    static QuestionCard of(Reader reader, QuestionResponse question) {
        List<Fact> facts = new ArrayList<>();
        QuestionTagChoices.kinds()
                .forEach(kind -> facts.add(new Fact(
                        reader.say("questions.tag." + kind),
                        QuestionTagChoices.say(reader, kind, question.tag(kind)))));
        String types =
                question.types().stream().map(type -> reader.code("type", type)).collect(Collectors.joining(", "));
        return new QuestionCard(
                question.id(),
                question.text(),
                question.own(),
                reader.say("questions.meta", QuestionTagChoices.say(reader, "audience", question.audience()), types),
                question.own()
                        ? reader.say("questions.own.version", question.version())
                        : reader.say("questions.klimrek"),
                facts);
    }
}
