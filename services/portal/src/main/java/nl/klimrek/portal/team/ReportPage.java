package nl.klimrek.portal.team;

import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.team.TeamPage.Mark;
import nl.klimrek.portal.team.TeamPage.WaitLine;
import org.jspecify.annotations.Nullable;

/**
 * One report, without their texts: conversations and the state of the plan.
 *
 * @param about    job, team, absence and last working day, one line each
 * @param waiting  what waits for the manager here
 * @param notices  what the manager should know
 * @param talks    conversations between these two, the newest first
 * @param open     a conversation that is under way already; null without one
 * @param types    kinds of conversation that can be asked for
 * @param plan     what is known of the plan without reading it; null when it is unavailable
 * @param requests budget requests that wait for the manager
 * @param away     troubles of sections that are unavailable
 */
record ReportPage(
        String person,
        String name,
        List<String> about,
        List<WaitLine> waiting,
        List<String> notices,
        List<TalkLine> talks,
        @Nullable String open,
        List<Choice> types,
        @Nullable PlanGlance plan,
        List<WaitLine> requests,
        List<Trouble> away) {

    record TalkLine(String path, String type, Mark status, String when) {}

    /**
     * @param started whether there is something to read
     * @param lines   state, goals by state, nearest date
     */
    record PlanGlance(boolean started, List<String> lines) {}
}
