package nl.klimrek.portal.cycles;

import java.util.List;
import nl.klimrek.portal.cycles.CycleResponses.Because;
import nl.klimrek.portal.cycles.CycleResponses.Explanation;
import nl.klimrek.portal.reader.Reader;

/**
 * Why a cycle gives a person these conversations.
 *
 * @param rule  the amendment in force for them, and since when
 * @param kinds by kind of conversation
 */
record ExplanationPage(String name, String rule, List<Kind> kinds) {

    /** @param window empty when there is none now */
    record Kind(String title, String window, List<String> because) {}

    static ExplanationPage of(Reader reader, String person, Explanation explanation) {
        CycleTexts words = new CycleTexts(reader);
        return new ExplanationPage(
                reader.name(person),
                reader.say(
                        "cycles.explained.rule",
                        words.scope(explanation.scope(), explanation.target()),
                        reader.day(explanation.countedFrom())),
                explanation.types().stream()
                        .map(type -> new Kind(
                                CycleTexts.capital(reader.say(
                                        "cycles.rule",
                                        reader.code("type", type.type()),
                                        words.every(type.everyDays()))),
                                type.windowFrom() == null
                                        ? ""
                                        : reader.say(
                                                "cycles.explained.window",
                                                reader.window(type.windowFrom(), type.windowUntil())),
                                type.because().stream().map(Because::text).toList()))
                        .toList());
    }
}
