package nl.klimrek.portal.cycles;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.cycles.CycleResponses.Cycle;
import nl.klimrek.portal.cycles.CycleResponses.Rule;
import nl.klimrek.portal.cycles.CycleResponses.Template;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** Describes a cycle's rules in the reader's language. */
final class CycleTexts {
    private final Reader reader;

    CycleTexts(Reader reader) {
        this.reader = reader;
    }

    /** "every six weeks". */
    String every(int days) {
        Frequency often = Frequency.of(days);
        return reader.say(often.key(), often.number());
    }

    /** "two weeks before". */
    String ahead(int days) {
        Frequency before = Frequency.ahead(days);
        return reader.say(before.key(), before.number());
    }

    /** "Check-in every six weeks", with how it is prepared where the rule says so. */
    String rule(Rule rule, Map<String, String> templates) {
        String often = reader.say("cycles.rule", reader.code("type", rule.type()), every(rule.everyDays()));
        String prepared = rule.preparationDays() == null
                ? ""
                : " · " + reader.say("cycles.rule.prepared", ahead(rule.preparationDays()));
        String asked = rule.template() == null
                ? ""
                : " · "
                        + reader.say(
                                "cycles.rule.questions",
                                templates.getOrDefault(rule.template(), reader.say("cycles.rule.own-questions")));
        return often + prepared + asked;
    }

    /** The title of a cycle: its rhythm in one line. */
    String title(Cycle cycle) {
        return cycle.rhythm().stream()
                .map(rule -> rule(new Rule(rule.type(), rule.everyDays(), null, null, null), Map.of()))
                .collect(Collectors.joining(", "));
    }

    /** For whom a part of the policy is. */
    String scope(String scope, @Nullable String target) {
        return switch (scope) {
            case "ORGANISATION" -> reader.say("cycles.scope.ORGANISATION");
            case "TEAM" -> reader.say("cycles.for.team", reader.team(target));
            case "PERSON" -> reader.name(target);
            default -> reader.say("cycles.for.family", target);
        };
    }

    String state(Cycle cycle, LocalDate today) {
        return cycle.stopped(today)
                ? "STOPPED"
                : cycle.planning() == null ? "UNPLANNED" : cycle.planning().done() ? "PLANNED" : "PLANNING";
    }

    /** How often, to choose from; the first is "not at all". */
    List<Choice> frequencies() {
        return Stream.concat(
                        Stream.of(new Choice("0", reader.say("cycles.every.none"))),
                        Frequency.CHOICES.stream().map(days -> new Choice(days.toString(), capital(every(days)))))
                .toList();
    }

    List<Choice> leads() {
        return List.of(0, 7, 14, 21, 28, 42).stream()
                .map(days -> new Choice(days.toString(), capital(ahead(days))))
                .toList();
    }

    List<Choice> preparations() {
        return Stream.concat(
                        Stream.of(new Choice("0", reader.say("cycles.prepare.usual"))),
                        List.of(3, 7, 14, 21, 28).stream()
                                .map(days -> new Choice(days.toString(), capital(ahead(days)))))
                .toList();
    }

    List<Choice> lengths() {
        return List.of(30, 45, 60, 90, 120).stream()
                .map(length -> new Choice(length.toString(), reader.say("minutes", length)))
                .toList();
    }

    /** Own sets of questions for a type; the first is Klimrek's usual one. */
    List<Choice> templates(String type, List<Template> all) {
        return Stream.concat(
                        Stream.of(new Choice("0", reader.say("cycles.questions.usual"))),
                        all.stream()
                                .filter(template -> template.type().equals(type))
                                .map(template -> new Choice(template.id(), template.name())))
                .toList();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
