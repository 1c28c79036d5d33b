package nl.klimrek.portal.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Line;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Preview;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Rule;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Silence;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Undeliverable;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import org.jspecify.annotations.Nullable;

/**
 * HR's page about reminders.
 *
 * @param week     the coming week
 * @param silences whom nobody else looks after
 * @param undeliverable whose address accepts no mail
 * @param rules    the rules in force
 */
record PromptOverviewPage(
        Section<Week> week,
        Section<List<SilenceCard>> silences,
        Section<List<AddressCard>> undeliverable,
        Section<List<RuleCard>> rules) {

    static PromptOverviewPage of(
            Reader reader,
            Section<Preview> preview,
            Section<List<Silence>> silences,
            Section<List<Undeliverable>> undeliverable,
            Section<List<Rule>> rules) {
        return new PromptOverviewPage(
                preview.map(week -> week(reader, week)),
                silences.map(all ->
                        all.stream().map(silence -> card(reader, silence)).toList()),
                undeliverable.map(all -> all.stream()
                        .map(address -> new AddressCard(
                                reader.name(address.person()),
                                reader.moment(address.since()),
                                "/hr/people/" + address.person()))
                        .toList()),
                rules.map(all -> all.stream().map(rule -> card(reader, rule)).toList()));
    }

    private static Week week(Reader reader, Preview preview) {
        return new Week(
                reader.say("prompts.week.dates", reader.moment(preview.from()), reader.moment(preview.until())),
                preview.messages() == null
                        ? reader.say("prompts.week.few")
                        : reader.say("prompts.week.messages", preview.messages(), preview.people()),
                preview.complete(),
                preview.lines().stream().map(line -> row(reader, line)).toList());
    }

    private static Row row(Reader reader, Line line) {
        List<String> held = new ArrayList<>(line.held().entrySet().stream()
                .map(reason -> reader.say("prompts.held." + reason.getKey(), reason.getValue()))
                .toList());
        if (line.heldByFew()) {
            held.add(reader.say("prompts.held.few"));
        }
        return new Row(line.subject(), figure(reader, line.sent()), String.join(", ", held));
    }

    private static String figure(Reader reader, @Nullable Integer figure) {
        return figure == null ? reader.say("prompts.few") : String.valueOf(figure);
    }

    private static SilenceCard card(Reader reader, Silence silence) {
        return new SilenceCard(
                reader.name(silence.person()),
                reader.findText("today.step." + silence.action()).orElse(""),
                silence.since() == null ? "" : reader.moment(silence.since()),
                "/hr/people/" + silence.person());
    }

    private static RuleCard card(Reader reader, Rule rule) {
        return new RuleCard(
                rule.subject(),
                reader.say("prompts.kind." + rule.kind()),
                rule.step(),
                rule.why(),
                rule.series() == null
                        ? reader.say("prompts.series.none")
                        : reader.say(
                                "prompts.series",
                                rule.series().messages(),
                                rule.series().every(),
                                reader.say("prompts.then." + rule.series().then())),
                reader.say("prompts.version", rule.version()),
                reader.say(
                        rule.compared()
                                ? "prompts.words.compared"
                                : rule.ownVersion() == 0 ? "prompts.words.built-in" : "prompts.words.own",
                        rule.ownVersion()),
                "/hr/reminders/texts/" + rule.action().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /**
     * @param dates    which days
     * @param total    messages and people in words
     * @param complete whether everything was counted
     */
    record Week(String dates, String total, boolean complete, List<Row> rows) {}

    /** @param held what waits or does not come, and why; empty for nothing */
    record Row(String what, String sent, String held) {}

    /**
     * @param step  what was asked
     * @param since moment of the last message
     */
    record SilenceCard(String name, String step, String since, String link) {}

    /**
     * @param series how often, and who is asked to look after silence
     * @param words  whose words these are
     * @param link   page where HR changes them
     */
    record RuleCard(
            String what,
            String kind,
            String step,
            String why,
            String series,
            String version,
            String words,
            String link) {}

    /** A person whose address accepts no mail, and since when. */
    record AddressCard(String name, String since, String link) {}
}
