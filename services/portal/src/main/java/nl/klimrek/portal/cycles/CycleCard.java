package nl.klimrek.portal.cycles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.cycles.CycleResponses.Cycle;
import nl.klimrek.portal.reader.Reader;

/**
 * A cycle in the list.
 *
 * @param state  STOPPED, UNPLANNED, PLANNING or PLANNED; chooses the colour
 * @param status the same in words
 * @param more   what else is worth knowing at once: exceptions, closed days, the last planning
 */
record CycleCard(
        String id, String title, String since, List<String> rhythm, String state, String status, List<String> more) {

    static CycleCard of(Reader reader, Cycle cycle, LocalDate today) {
        CycleTexts words = new CycleTexts(reader);
        String state = words.state(cycle, today);
        String since = reader.say(
                cycle.startsOn().isAfter(today) ? "cycles.begins" : "cycles.since", reader.day(cycle.startsOn()));
        List<String> more = new ArrayList<>();
        if (cycle.planning() != null && cycle.planning().done()) {
            more.add(reader.say(
                    "cycles.last-planned",
                    cycle.planning().planned(),
                    cycle.planning().people()));
        }
        if (!cycle.amendments().isEmpty() && !"STOPPED".equals(state)) {
            more.add(reader.say("cycles.exceptions.count", cycle.amendments().size()));
        }
        return new CycleCard(
                cycle.id(),
                words.title(cycle),
                since,
                cycle.rhythm().stream().map(rule -> words.rule(rule, Map.of())).toList(),
                state,
                reader.code("cycles.state", state),
                List.copyOf(more));
    }
}
