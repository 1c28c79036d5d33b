package nl.klimrek.conversations.dialogue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.servicekit.text.PrivateText;

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

    /** Why this version cannot be confirmed: it was corrected meanwhile. */
    public Optional<Refusal> refusesConfirmation(int version) {
        return versions.isEmpty() || newest().version() == version
                ? Optional.empty()
                : Optional.of(Refusal.of("report-superseded", "newest", newest().version()));
    }

    private Reports plus(Report report) {
        List<Report> all = new ArrayList<>(versions);
        all.add(report);
        return new Reports(all);
    }

    private Reports withNewest(Report report) {
        List<Report> all = new ArrayList<>(versions);
        all.set(all.size() - 1, report);
        return new Reports(all);
    }

    /** With a next version, which both confirm anew. */
    public Reports withVersion(Side by, PrivateText text) {
        return plus(versions.isEmpty() ? Report.first(by, text) : newest().next(by, text));
    }

    public Reports withStatement(Side by, PrivateText text) {
        return withNewest(newest().with(new Statement(by, text)));
    }

    public Reports confirmedBy(Side by) {
        return withNewest(newest().confirmed(by));
    }
}
