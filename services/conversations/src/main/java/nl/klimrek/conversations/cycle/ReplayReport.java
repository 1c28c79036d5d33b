package nl.klimrek.conversations.cycle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * What another policy would have asked for in the past year.
 *
 * @param from first day that was replayed
 * @param until last day
 * @param people how many employees
 * @param withoutManager how many of them have nobody to talk with
 * @param types by type
 * @param load by manager and month, the heaviest first; at most {@link #MAX_ENTRIES}
 * @param summary the same in a few sentences
 */
public record ReplayReport(
        LocalDate from,
        LocalDate until,
        int people,
        int withoutManager,
        List<OfType> types,
        List<Load> load,
        List<String> summary) {

    static final int MAX_ENTRIES = 500;

    public ReplayReport {
        types = List.copyOf(types);
        load = load.stream().limit(MAX_ENTRIES).toList();
        summary = List.copyOf(summary);
    }

    public ReplayReport saying(List<String> sentences) {
        return new ReplayReport(from, until, people, withoutManager, types, load, sentences);
    }

    /**
     * One type.
     *
     * @param windows whole windows the policy would have opened and closed in that year
     * @param held in how many of them a conversation of that type was in fact held
     * @param gaps in how many none was
     */
    public record OfType(ConversationType type, int windows, int held, int gaps) {}

    /**
     * What one manager would have had to do in one month, counted where a window begins.
     *
     * @param minutes conversations times the usual length, without preparation
     */
    public record Load(String manager, YearMonth month, int conversations, int minutes) {}
}
