package nl.klimrek.portal.me;

import java.util.List;
import nl.klimrek.portal.services.Section;
import org.jspecify.annotations.Nullable;

/**
 * The reader's first page. Each section may be unavailable by itself.
 *
 * @param asks       what waits for the reader, the most urgent first; the page shows three
 * @param newcomer   whether the reader has nothing yet, so that the page shows first steps
 * @param employee   whether the reader works here; a coach from outside has no plan and no budget
 * @param next       the next conversation; its text is empty when none is in sight
 * @param agreements what is still to be kept
 * @param plan       the plan in one line; empty for a reader without plans
 * @param elsewhere  link to the reader's own start page; null when it is this page
 */
record TodayPage(
        Section<List<WaitingItem>> asks,
        boolean newcomer,
        boolean employee,
        Section<Next> next,
        Section<List<AgreementLine>> agreements,
        Section<PlanLine> plan,
        @Nullable Link elsewhere) {
    /** As many as a person can have in mind at once. */
    static final int MAX_SHOWN = 3;

    public List<WaitingItem> first() {
        List<WaitingItem> all = asks.orElse(List.of());
        return all.subList(0, Math.min(MAX_SHOWN, all.size()));
    }

    /** How many there are behind "show all"; 0 when all are on the page. */
    public int more() {
        int all = asks.orElse(List.of()).size();
        return all > MAX_SHOWN ? all : 0;
    }

    record Next(String what, String when, String link) {
        static final Next NONE = new Next("", "", "");
    }

    /** @param owner whose it is: "you", a name, "together" */
    record AgreementLine(String text, String owner, String due, String link) {}

    record PlanLine(boolean started, String text) {}

    record Link(String path, String text) {}
}
