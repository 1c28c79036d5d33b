package nl.klimrek.conversations.dialogue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Refusal;

/**
 * All versions of the report.
 *
 * @param versions oldest first
 */
public record Reports(List<Report> versions) {

    public static final Reports NONE = new Reports(List.of());

    public Reports {
        versions = versions == null ? List.of() : List.copyOf(versions);
    }

    /** The version that counts; there must be one. */
    public Report newest() {
        return versions.get(versions.size() - 1);
    }

    /** SelectionReason this version can not be confirmed: it was corrected meanwhile. */
    public Optional<Refusal> superseded(int version) {
        return versions.isEmpty() || newest().version() == version
                ? Optional.empty()
                : Optional.of(Refusal.of("report-superseded", "newest", newest().version()));
    }

    public Reports plus(Report report) {
        List<Report> all = new ArrayList<>(versions);
        all.add(report);
        return new Reports(all);
    }

    public Reports newestNow(Report report) {
        List<Report> all = new ArrayList<>(versions);
        all.set(all.size() - 1, report);
        return new Reports(all);
    }
}
