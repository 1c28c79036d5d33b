package nl.klimrek.conversations.dialogue;

import java.util.ArrayList;
import java.util.List;

/**
 * All versions of the report.
 *
 * @param versions oldest first
 */
public record Reports(List<Report> versions) {

    static final Reports NONE = new Reports(List.of());

    public Reports {
        versions = versions == null ? List.of() : List.copyOf(versions);
    }

    /** The version that counts; there must be one. */
    public Report newest() {
        return versions.get(versions.size() - 1);
    }

    Reports plus(Report report) {
        List<Report> all = new ArrayList<>(versions);
        all.add(report);
        return new Reports(all);
    }

    Reports newestNow(Report report) {
        List<Report> all = new ArrayList<>(versions);
        all.set(all.size() - 1, report);
        return new Reports(all);
    }
}
