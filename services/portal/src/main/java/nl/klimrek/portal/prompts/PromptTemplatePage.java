package nl.klimrek.portal.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.portal.prompts.PromptTemplateResponses.BothLanguages;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Check;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Outcome;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Outcomes;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Template;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Words;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;

/**
 * The words of one kind of reminder, for HR.
 *
 * @param title     what its message is called
 * @param state     whose words are in use
 * @param own       whether the organisation has own words in use
 * @param compared  the two texts that are compared; empty when none are
 * @param languages the fields of each language
 * @param check     what the check finds in the words of the form, and how they read
 * @param outcomes  what followed on each text, in words
 */
record PromptTemplatePage(
        String path,
        String title,
        String state,
        boolean own,
        List<Compared> compared,
        List<Language> languages,
        Section<Checked> check,
        Section<List<OutcomeLine>> outcomes) {

    private static final int LINE = 60;

    static PromptTemplatePage of(
            Reader reader, String path, Template template, Section<Check> check, Section<Outcomes> outcomes) {
        boolean dutch = reader.viewer().language().getLanguage().equals("nl");
        Function<BothLanguages, Words> own = words -> dutch ? words.dutch() : words.english();
        BothLanguages now = template.words(template.newest());
        return new PromptTemplatePage(
                path,
                own.apply(template.builtIn()).subject(),
                state(reader, template),
                !template.inUse().isEmpty(),
                template.inUse().size() < 2
                        ? List.of()
                        : template.inUse().stream()
                                .map(number -> compared(reader, number, own.apply(template.words(number))))
                                .toList(),
                List.of(
                        language(
                                reader, "dutch", now.dutch(), template.builtIn().dutch(), template.messages()),
                        language(
                                reader,
                                "english",
                                now.english(),
                                template.builtIn().english(),
                                template.messages())),
                check.map(found -> checked(reader, found)),
                outcomes.map(found ->
                        found.texts().stream().map(text -> line(reader, text)).toList()));
    }

    private static String state(Reader reader, Template template) {
        if (template.inUse().isEmpty()) {
            return reader.say("templates.state.built-in");
        }
        return template.inUse().size() > 1
                ? reader.say("templates.state.compared")
                : reader.say("templates.state.own", template.newest());
    }

    private static OutcomeLine line(Reader reader, Outcome text) {
        return new OutcomeLine(
                text.ownVersion() == 0
                        ? reader.say("templates.outcome.built-in", text.templateVersion())
                        : reader.say("templates.outcome.own", text.ownVersion()),
                text.people() == null
                        ? reader.say("templates.outcome.few")
                        : reader.say("templates.outcome", text.people(), text.acted(), text.ignored(), text.snoozed()),
                reader.say("prompts.version", text.ruleVersion()));
    }

    private static Compared compared(Reader reader, int number, Words words) {
        return new Compared(
                number,
                number == 0 ? reader.say("templates.version.built-in") : reader.say("templates.version", number),
                words.subject(),
                words.step(0),
                words.why());
    }

    private static Language language(Reader reader, String code, Words now, Words builtIn, int messages) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                code + ".subject",
                reader.say("templates.subject"),
                now.subject(),
                hint(reader, builtIn.subject()),
                true,
                60));
        for (int at = 0; at < messages; at++) {
            parts.add(new Part(
                    code + ".steps[" + at + "]",
                    at == 0 ? reader.say("templates.step") : reader.say("templates.step.again", at + 1),
                    now.step(at),
                    hint(reader, builtIn.step(at)),
                    at == 0,
                    300));
        }
        parts.add(new Part(
                code + ".why", reader.say("templates.why"), now.why(), hint(reader, builtIn.why()), true, 400));
        return new Language(code, reader.say("templates.language." + code), parts);
    }

    private static String hint(Reader reader, String builtIn) {
        return reader.say("templates.built-in", builtIn);
    }

    private static Checked checked(Reader reader, Check check) {
        return new Checked(
                check.findings().stream()
                        .map(finding -> new Found(
                                finding.error(),
                                reader.say(
                                        "templates.found",
                                        reader.say("templates.language."
                                                + finding.part().replaceFirst("\\..*", "")),
                                        partOf(reader, finding.part().replaceFirst("[a-z]*\\.", "")),
                                        finding.text())))
                        .toList(),
                !check.findings().isEmpty() && !check.isRefused(),
                List.of(example(reader, "dutch", check.dutch()), example(reader, "english", check.english())));
    }

    private static String partOf(Reader reader, String part) {
        return switch (part) {
            case "subject" -> reader.say("templates.subject");
            case "why" -> reader.say("templates.why");
            case "steps[1]" -> reader.say("templates.step.again", 2);
            case "steps[2]" -> reader.say("templates.step.again", 3);
            default -> reader.say("templates.step");
        };
    }

    private static Example example(Reader reader, String code, Words words) {
        return new Example(
                reader.say("templates.language." + code),
                code.equals("dutch") ? "nl" : "en",
                words.subject(),
                words.steps().stream().filter(step -> !step.isBlank()).toList(),
                words.why());
    }

    /** A language with its fields. */
    record Language(String code, String name, List<Part> parts) {}

    /** @param field name of the field, as the service names it */
    record Part(String field, String label, String value, String hint, boolean required, int max) {

        /** Whether it is one line. */
        public boolean isLine() {
            return max <= LINE;
        }
    }

    /** One of two texts that are compared. */
    record Compared(int number, String name, String subject, String step, String why) {}

    /** @param confirmable whether HR may save the words although something was found */
    record Checked(List<Found> findings, boolean confirmable, List<Example> examples) {}

    /** @param error whether it has to change first */
    record Found(boolean error, String text) {}

    /** What followed on a text. */
    record OutcomeLine(String text, String figures, String rule) {}

    /** How the words read. */
    record Example(String language, String code, String subject, List<String> steps, String why) {}
}
