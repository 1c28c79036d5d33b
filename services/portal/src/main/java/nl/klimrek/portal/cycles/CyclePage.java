package nl.klimrek.portal.cycles;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.cycles.CycleResponses.Amendment;
import nl.klimrek.portal.cycles.CycleResponses.Cycle;
import nl.klimrek.portal.cycles.CycleResponses.Template;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * One cycle.
 *
 * @param rhythm  the organisation's rules, in words
 * @param parts   amendments for parts of the organisation
 * @param closed  days without conversations
 * @param planned what the last planning did; null before the first
 * @param next    when the next period is planned by itself, in a sentence; empty when it is not
 */
record CyclePage(
        String id,
        @Nullable String etag,
        String title,
        String state,
        String status,
        boolean stopped,
        String since,
        List<String> rhythm,
        String lead,
        String length,
        List<Part> parts,
        List<Closed> closed,
        @Nullable Planned planned,
        String next) {

    /** @param rhythm empty when those in scope have no conversations by this cycle */
    record Part(String who, String from, List<String> rhythm) {}

    /** @param over whether these days lie behind us */
    record Closed(String id, String days, boolean over) {}

    /** @param running whether it is still going on */
    record Planned(boolean running, String sum, List<String> leftOut) {}

    static CyclePage of(Reader reader, Cycle cycle, @Nullable String etag, List<Template> templates, LocalDate today) {
        CycleTexts words = new CycleTexts(reader);
        Map<String, String> names =
                templates.stream().collect(Collectors.toMap(Template::id, Template::name, (first, second) -> second));
        String state = words.state(cycle, today);
        return new CyclePage(
                cycle.id(),
                etag,
                words.title(cycle),
                state,
                reader.code("cycles.state", state),
                "STOPPED".equals(state),
                reader.say(
                        cycle.startsOn().isAfter(today) ? "cycles.begins" : "cycles.since",
                        reader.day(cycle.startsOn())),
                cycle.rhythm().stream().map(rule -> words.rule(rule, names)).toList(),
                CycleTexts.capital(words.ahead(cycle.leadDays())),
                reader.say("minutes", cycle.slotMinutes()),
                cycle.amendments().stream()
                        .sorted(Comparator.comparing(Amendment::effectiveFrom).reversed())
                        .map(part -> new Part(
                                words.scope(part.scope(), part.target()),
                                reader.say("cycles.part.from", reader.day(part.effectiveFrom())),
                                part.rhythm().stream()
                                        .map(rule -> words.rule(rule, names))
                                        .toList()))
                        .toList(),
                cycle.blackouts().stream()
                        .map(days -> new Closed(
                                days.id(),
                                reader.window(days.from(), days.until()),
                                days.until().isBefore(today)))
                        .toList(),
                planned(reader, cycle.planning()),
                cycle.nextPlanningOn() == null ? "" : reader.say("cycles.next", reader.day(cycle.nextPlanningOn())));
    }

    private static @Nullable Planned planned(Reader reader, CycleResponses.Planning run) {
        return run == null
                ? null
                : new Planned(
                        !run.done(),
                        reader.say("cycles.planned.sum", run.planned(), run.proposed(), run.people()),
                        leftOut(reader, run));
    }

    /** Everything that was left out, each with how many and why. */
    static List<String> leftOut(Reader reader, CycleResponses.Planning run) {
        Stream<String> nobody = Stream.of(
                run.withoutManager().isEmpty()
                        ? null
                        : reader.say("cycles.left-out", run.withoutManager().size(), reader.say("skipped.NO_MANAGER")));
        Stream<String> skipped = counted(reader, run.skipped(), "skipped");
        Stream<String> slotless = counted(reader, run.withoutSlot(), "noslot");
        return Stream.of(nobody, skipped, slotless)
                .flatMap(lines -> lines)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<String> counted(Reader reader, Map<String, Integer> counts, String kind) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> reader.say(
                        "cycles.left-out",
                        entry.getValue(),
                        reader.findText(kind + "." + entry.getKey()).orElseGet(() -> reader.say("skipped.other"))));
    }
}
