package nl.klimrek.portal.teamdialogue;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.teamdialogue.TeamDialogueResponses.Colleagues;
import nl.klimrek.portal.teamdialogue.TeamDialogueResponses.Dialogue;
import nl.klimrek.portal.teamdialogue.TeamDialogueResponses.Report;
import org.springframework.stereotype.Component;

/** Asks the services about team dialogues. */
@Component
class TeamDialogueClient {
    static final String API = "/api/conversations/team-dialogues";
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final Clock clock;

    TeamDialogueClient(ServiceClient services, ParallelCalls parallel, Clock clock) {
        this.clock = clock;
        this.services = services;
        this.parallel = parallel;
    }

    Section<List<Dialogue>> all(Viewer viewer) {
        return services.list(viewer, Upstream.CONVERSATIONS, API + "?limit=200", Dialogue.class);
    }

    List<Report> reports(Viewer viewer) {
        return services.list(
                        viewer, Upstream.PEOPLE, "/api/people/" + viewer.person() + "/reports?limit=200", Report.class)
                .orElse(List.of());
    }

    <T> ParallelCalls.Part<T> beside(Supplier<T> part) {
        return parallel.start(part);
    }

    TeamDialoguePage page(Reader reader, String id, boolean below) {
        Viewer viewer = reader.viewer();
        Section<Dialogue> found = services.get(viewer, Upstream.CONVERSATIONS, API + "/" + id, Dialogue.class);
        Dialogue dialogue = found.orThrow();
        return TeamDialoguePage.of(
                reader,
                dialogue,
                found.etag(),
                below,
                dialogue.held() ? people(viewer, dialogue) : List.of(),
                clock.instant());
    }

    /** The team's members: the leader's reports in it, or a member's colleagues. */
    private List<String> people(Viewer viewer, Dialogue dialogue) {
        if (dialogue.youLead()) {
            return reports(viewer).stream()
                    .filter(report -> dialogue.team().equals(report.team()))
                    .map(Report::person)
                    .toList();
        }
        return services.get(viewer, Upstream.CONVERSATIONS, "/api/conversations/feedback/colleagues", Colleagues.class)
                .orElse(new Colleagues(List.of()))
                .team();
    }
}
