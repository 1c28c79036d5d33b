package nl.klimrek.reminders.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the words of a prompt in one language. It looks for words and forms and not for meaning, so a text without a finding
 * is not a kind one by that alone; the findings say which words they are about.
 */
public final class ToneLint {

    /** Characters of a subject, a step and a reason at most. */
    public static final int MAX_SUBJECT = 60;

    public static final int MAX_STEP = 300;
    public static final int MAX_REASON = 400;

    private static final int MAX_WORDS = 20;
    private static final int MAX_LETTERS = 24;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’-]+");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}|[{}]");
    private static final Pattern LINK =
            Pattern.compile("(?i)https?:\\S*|www\\.\\S*|\\S+@\\S+|\\w+\\.(?:nl|com|eu|org|net)\\b");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private final ToneWords words;
    private final Set<String> placeholders;
    private final List<ToneFinding> findings = new ArrayList<>();

    private ToneLint(Locale language, Set<String> placeholders) {
        this.words = ToneWords.of(language);
        this.placeholders = placeholders;
    }

    /**
     * Checks a text.
     *
     * @param steps the step in the words of each message of a series; the first asks for it
     * @param placeholders the placeholders that exist, without braces
     */
    public static List<ToneFinding> check(
            Locale language, String subject, List<String> steps, String why, Set<String> placeholders) {
        ToneLint lint = new ToneLint(language, placeholders);
        lint.part("subject", subject, MAX_SUBJECT);
        for (int at = 0; at < steps.size(); at++) {
            lint.part("steps[" + at + "]", steps.get(at), MAX_STEP);
            lint.actions("steps[" + at + "]", steps.get(at), at == 0);
        }
        lint.part("why", why, MAX_REASON);
        if (!lint.words.reason().matcher(why).find()) {
            lint.add(ToneRule.NO_REASON, "why", "");
        }
        return List.copyOf(lint.findings);
    }

    private void part(String part, String text, int max) {
        if (text.isBlank() || text.length() > max || CONTROL.matcher(text).find()) {
            add(ToneRule.LENGTH, part, String.valueOf(max));
        }
        every(words.threat(), text, found -> add(ToneRule.THREAT, part, found));
        every(words.guilt(), text, found -> add(ToneRule.GUILT, part, found));
        every(words.pressure(), text, found -> add(ToneRule.PRESSURE, part, found));
        if (text.contains("!")) {
            add(ToneRule.PRESSURE, part, "!");
        }
        every(LINK, text, found -> add(ToneRule.LINK, part, found));
        every(BRACES, text, found -> {
            if (found.length() < 2 || !placeholders.contains(found.substring(1, found.length() - 1))) {
                add(ToneRule.PLACEHOLDER, part, found);
            }
        });
        every(words.passive(), text, found -> add(ToneRule.PASSIVE, part, found));
        sentences(text)
                .filter(sentence -> count(sentence) > MAX_WORDS)
                .forEach(sentence -> add(ToneRule.LONG_SENTENCE, part, sentence));
        every(WORD, text, found -> {
            String plainer = words.plainer().get(found.toLowerCase(Locale.ROOT));
            if (plainer != null || found.length() > MAX_LETTERS) {
                findings.add(new ToneFinding(ToneRule.HARD_WORD, part, found, plainer == null ? "" : plainer));
            }
        });
    }

    private void actions(String part, String step, boolean needed) {
        List<String> asked = sentences(step)
                .map(ToneLint::firstWord)
                .filter(word -> word != null && words.actions().contains(word))
                .toList();
        if (asked.size() > 1) {
            add(ToneRule.SEVERAL_ACTIONS, part, String.join(", ", asked));
        } else if (asked.isEmpty() && needed && !step.contains("?")) {
            add(ToneRule.NO_ACTION, part, "");
        }
    }

    private void add(ToneRule rule, String part, String found) {
        findings.add(new ToneFinding(rule, part, found, ""));
    }

    private static void every(Pattern pattern, String text, java.util.function.Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher.group());
        }
    }

    private static Stream<String> sentences(String text) {
        return Arrays.stream(SENTENCE_END.split(text));
    }

    private static long count(String sentence) {
        return WORD.matcher(sentence).results().count();
    }

    private static @Nullable String firstWord(String sentence) {
        Matcher word = WORD.matcher(sentence);
        return word.find() ? word.group().toLowerCase(Locale.ROOT) : null;
    }
}
