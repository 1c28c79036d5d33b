package nl.klimrek.portal.cycles;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.cycles.CycleResponses.Rule;
import nl.klimrek.portal.cycles.CycleResponses.Template;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that says how often there is which conversation. Each kind has the fields {@code every.<kind>},
 * {@code prepare.<kind>} and {@code questions.<kind>}.
 *
 * @param usual kinds that most organisations use
 * @param rest  kinds that few do
 */
record RhythmForm(List<Kind> usual, List<Kind> rest) {
    /** The value of "none"; browsers would not send an empty one. */
    private static final String NONE = "0";

    private static final List<String> USUAL = List.of("CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE");
    private static final List<String> REST = List.of("ONBOARDING", "EXIT", "ASSESSMENT");
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Map<String, Rule> OFFERED = Map.of(
            "CHECK_IN", rule("CHECK_IN", 42), "DEVELOPMENT", rule("DEVELOPMENT", 182), "CAREER", rule("CAREER", 730));

    /**
     * One kind of conversation in the form.
     *
     * @param every     chosen days between two; 0 for none
     * @param prepare   chosen days of preparation; 0 for as usual
     * @param questions chosen set of questions; 0 for the usual ones
     */
    record Kind(
            String type,
            String name,
            String every,
            String prepare,
            String questions,
            List<Choice> often,
            List<Choice> ahead,
            List<Choice> sets) {}

    /** Whether one of the rarer kinds is chosen. */
    public boolean hasRest() {
        return rest.stream().anyMatch(kind -> !kind.every().equals(NONE));
    }

    /** With the rhythm that most organisations begin with. */
    static RhythmForm offered(Reader reader, List<Template> templates) {
        return of(reader, OFFERED::get, templates);
    }

    /** With a rhythm as it is. */
    static RhythmForm of(Reader reader, List<Rule> rhythm, List<Template> templates) {
        Map<String, Rule> rules =
                rhythm.stream().collect(Collectors.toMap(Rule::type, Function.identity(), (first, second) -> first));
        return of(reader, rules::get, templates);
    }

    private static RhythmForm of(Reader reader, Function<String, Rule> rules, List<Template> templates) {
        CycleTexts words = new CycleTexts(reader);
        Function<String, Kind> kind = type -> kind(reader, words, type, rules.apply(type), templates);
        return new RhythmForm(
                USUAL.stream().map(kind).toList(), REST.stream().map(kind).toList());
    }

    private static Kind kind(Reader reader, CycleTexts words, String type, Rule rule, List<Template> templates) {
        String every = rule == null ? NONE : Integer.toString(rule.everyDays());
        String prepare = rule == null || rule.preparationDays() == null
                ? NONE
                : rule.preparationDays().toString();
        return new Kind(
                type,
                reader.code("type", type),
                every,
                prepare,
                rule == null || rule.template() == null ? NONE : rule.template(),
                with(words.frequencies(), every, days -> CycleTexts.capital(words.every(days))),
                with(words.preparations(), prepare, days -> CycleTexts.capital(words.ahead(days))),
                words.templates(type, templates));
    }

    /** The choices with the one that holds now, when it is none of the usual ones. */
    private static List<Choice> with(List<Choice> usual, String now, Function<Integer, String> say) {
        return usual.stream().anyMatch(choice -> choice.value().equals(now))
                ? usual
                : Stream.concat(usual.stream(), Stream.of(new Choice(now, say.apply(Integer.valueOf(now)))))
                        .toList();
    }

    /** The rhythm from the form, as the service expects it; a value that is no number is an error of its field. */
    static ArrayNode read(FormPost post) {
        kinds().forEach(type -> {
            post.numberOrNull("every." + type);
            post.numberOrNull("prepare." + type);
        });
        return json(rules(post));
    }

    /** The rhythm that was chosen, as pages say it; what is no number counts as not chosen. */
    static List<Rule> rules(FormPost post) {
        return kinds().flatMap(type -> rule(post, type).stream()).toList();
    }

    private static Optional<Rule> rule(FormPost post, String type) {
        Integer every = days(post, "every." + type);
        String questions = post.textOrNull("questions." + type);
        return every == null
                ? Optional.empty()
                : Optional.of(new Rule(
                        type, every, days(post, "prepare." + type), NONE.equals(questions) ? null : questions, null));
    }

    static ArrayNode json(List<Rule> rules) {
        ArrayNode rhythm = JsonNodeFactory.instance.arrayNode();
        rules.forEach(rule -> {
            ObjectNode node = rhythm.addObject().put("type", rule.type()).put("everyDays", rule.everyDays());
            if (rule.preparationDays() != null) {
                node.put("preparationDays", rule.preparationDays());
            }
            if (rule.template() != null) {
                node.put("template", rule.template());
            }
        });
        return rhythm;
    }

    /** Whether the fields of a rhythm were sent at all. */
    static boolean isIn(FormPost post) {
        return kinds().anyMatch(type -> post.fields().containsKey("every." + type));
    }

    private static @Nullable Integer days(FormPost post, String field) {
        return DAYS.matcher(post.text(field)).matches() ? Integer.valueOf(post.text(field)) : null;
    }

    private static Stream<String> kinds() {
        return Stream.concat(USUAL.stream(), REST.stream());
    }

    private static Rule rule(String type, int everyDays) {
        return new Rule(type, everyDays, null, null, null);
    }
}
