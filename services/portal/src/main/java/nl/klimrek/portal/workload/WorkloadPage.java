package nl.klimrek.portal.workload;

import java.util.List;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.services.Section;
import org.jspecify.annotations.Nullable;

/**
 * A manager's coming weeks.
 *
 * @param weeks    chart of the weeks, and what is too much in them; a trouble when conversations is unavailable
 * @param overload what the last planning found no room for
 * @param capacity how many conversations they can have
 */
record WorkloadPage(Section<Weeks> weeks, Section<List<OverloadLine>> overload, Section<CapacityLine> capacity) {

    /** @param full weeks with more than the manager can have, in words */
    record Weeks(BarChart chart, boolean any, List<String> full) {}

    /** @param help people who may have room; empty if none are known */
    record OverloadLine(String text, String help) {}

    /** @param delegates people who may be asked to help, as HR named them; empty if there are none */
    record CapacityLine(
            int perDay,
            int perWeek,
            String text,
            String delegates,
            @Nullable String etag) {}
}
