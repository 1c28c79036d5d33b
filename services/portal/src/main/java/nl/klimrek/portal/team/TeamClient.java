package nl.klimrek.portal.team;

import java.util.List;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import nl.klimrek.portal.team.TeamResponses.OneRhythm;
import nl.klimrek.portal.team.TeamResponses.OpenRequest;
import nl.klimrek.portal.team.TeamResponses.PlanCard;
import nl.klimrek.portal.team.TeamResponses.Report;
import nl.klimrek.portal.team.TeamResponses.Rhythm;
import org.springframework.stereotype.Component;

/** Gets facts about a manager's present reports. No response contains text that people wrote. */
@Component
class TeamClient {
    private final ServiceClient services;
    private final ParallelCalls parallel;

    TeamClient(ServiceClient services, ParallelCalls parallel) {
        this.services = services;
        this.parallel = parallel;
    }

    /** Everything about the team, each part by itself. */
    record TeamData(
            Section<Rows<Report>> reports,
            Section<List<Rhythm>> rhythms,
            Section<List<PlanCard>> plans,
            Section<List<OpenRequest>> requests) {}

    /** Everything about one report. */
    record ReportData(
            Section<Rows<Report>> reports,
            Section<OneRhythm> rhythm,
            Section<List<PlanCard>> plans,
            Section<List<OpenRequest>> requests) {}

    TeamData team(Viewer viewer) {
        Part<Section<List<Rhythm>>> rhythms = parallel.start(
                () -> services.list(viewer, Upstream.CONVERSATIONS, "/api/conversations/team?limit=200", Rhythm.class));
        Part<Section<List<PlanCard>>> plans = parallel.start(() -> plans(viewer));
        Part<Section<List<OpenRequest>>> requests = parallel.start(() -> requests(viewer));
        return new TeamData(reports(viewer), rhythms.get(), plans.get(), requests.get());
    }

    /** @throws nl.klimrek.portal.services.PageRefusedException when the person is not in the reader's team */
    ReportData report(Viewer viewer, String person) {
        Part<Section<Rows<Report>>> reports = parallel.start(() -> reports(viewer));
        Part<Section<List<PlanCard>>> plans = parallel.start(() -> plans(viewer));
        Part<Section<List<OpenRequest>>> requests = parallel.start(() -> requests(viewer));
        Section<OneRhythm> rhythm =
                services.get(viewer, Upstream.CONVERSATIONS, "/api/conversations/team/" + person, OneRhythm.class);
        return new ReportData(reports.get(), rhythm, plans.get(), requests.get());
    }

    Section<List<PlanCard>> plans(Viewer viewer) {
        return services.list(viewer, Upstream.POP_FORMS, "/api/pop-forms/team?limit=200", PlanCard.class);
    }

    private Section<Rows<Report>> reports(Viewer viewer) {
        return services.rows(
                viewer, Upstream.PEOPLE, "/api/people/" + viewer.person() + "/reports?limit=200", Report.class);
    }

    private Section<List<OpenRequest>> requests(Viewer viewer) {
        return services.list(
                viewer,
                Upstream.LEARNING_BUDGETS,
                "/api/learning-budgets/requests?toDecide=me&limit=200",
                OpenRequest.class);
    }
}
