package nl.klimrek.portal.hr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.hr.HrResponses.Cycle;
import nl.klimrek.portal.hr.HrResponses.Letters;
import nl.klimrek.portal.hr.HrResponses.Overload;
import nl.klimrek.portal.hr.HrResponses.Summary;
import nl.klimrek.portal.hr.HrResponses.Webhook;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * HR's start page.
 *
 * @param first   the first steps of an organisation that has just begun; empty once they are done
 * @param tasks   what asks for attention, in the order of what blocks most people
 * @param summary null when it is not known
 * @param away    troubles of sections that are unavailable
 */
record HrStartPage(
        List<FirstStep> first, List<Task> tasks, @Nullable Summary summary, List<Trouble> away) {

    /** @param key names its texts; @param path where it is done; @param done whether it was */
    record FirstStep(String key, String path, boolean done) {}

    /**
     * @param key   names its texts: {@code hr.task.<key>} and {@code hr.task.<key>.step}
     * @param count how many there are
     */
    record Task(String key, int count, String path) {}

    static HrStartPage of(
            Section<Summary> summary,
            Section<List<Cycle>> cycles,
            Section<List<Overload>> overload,
            Section<Letters> letters,
            Section<List<Webhook>> webhooks,
            LocalDate today) {
        List<Trouble> away = new ArrayList<>();
        List.of(summary, cycles, overload, letters, webhooks).forEach(part -> {
            if (!part.isOk()) {
                away.add(part.trouble());
            }
        });
        return new HrStartPage(
                first(summary, cycles),
                tasks(summary, cycles, overload, letters, webhooks, today),
                summary.orNull(),
                List.copyOf(away));
    }

    private static List<FirstStep> first(Section<Summary> summary, Section<List<Cycle>> cycles) {
        if (!summary.isOk() || !cycles.isOk()) {
            return List.of();
        }
        boolean people = summary.value().employed() > 0;
        boolean rhythm = !cycles.value().isEmpty();
        boolean invited = cycles.value().stream().anyMatch(Cycle::planned);
        return people && rhythm && invited
                ? List.of()
                : List.of(
                        new FirstStep("people", "/hr/imports", people),
                        new FirstStep("rhythm", "/hr/cycles/new", rhythm),
                        new FirstStep(
                                "invite",
                                rhythm ? "/hr/cycles/" + cycles.value().get(0).id() + "/preview" : "/hr/cycles",
                                invited));
    }

    private static List<Task> tasks(
            Section<Summary> summary,
            Section<List<Cycle>> cycles,
            Section<List<Overload>> overload,
            Section<Letters> letters,
            Section<List<Webhook>> webhooks,
            LocalDate today) {
        Summary people = summary.orElse(new Summary(0, 0, 0, 0, 0));
        List<Cycle> unplanned = cycles.orElse(List.of()).stream()
                .filter(cycle -> cycle.waits(today))
                .toList();
        long tight = overload.orElse(List.of()).stream()
                .filter(one -> one.conversations() > 0
                        && (one.until() == null || !one.until().isBefore(today)))
                .map(Overload::manager)
                .distinct()
                .count();
        long broken =
                webhooks.orElse(List.of()).stream().filter(Webhook::isBroken).count();
        List<Task> tasks = List.of(
                new Task("quarantine", people.quarantined(), "/hr/quarantine"),
                new Task("managers", people.withoutManager(), "/hr/people/without-manager"),
                new Task(
                        "cycles",
                        unplanned.size(),
                        unplanned.size() == 1 ? "/hr/cycles/" + unplanned.get(0).id() + "/preview" : "/hr/cycles"),
                new Task("overload", (int) tight, "/hr/insights#overload"),
                new Task("letters", letters.orElse(new Letters(0)).waiting(), "/hr/guarantees"),
                new Task("webhooks", (int) broken, "/hr/webhooks"));
        return tasks.stream().filter(task -> task.count() > 0).toList();
    }
}
