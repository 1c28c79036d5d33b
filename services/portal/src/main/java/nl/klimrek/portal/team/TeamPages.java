package nl.klimrek.portal.team;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.portal.agenda.Conversations;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.team.TeamPage.PersonLine;
import nl.klimrek.portal.team.TeamPage.RequestLine;
import nl.klimrek.portal.today.Waiting;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** Puts the manager's page together: dates and states of the present reports, never their words. */
@Component
class TeamPages {
    private final Services services;
    private final Conversations conversations;
    private final Waiting waiting;

    TeamPages(Services services, Conversations conversations, Waiting waiting) {
        this.services = services;
        this.conversations = conversations;
        this.waiting = waiting;
    }

    TeamPage of(Reader reader) {
        return new TeamPage(waiting.of(reader, Map.of()), requests(reader), rhythm(reader));
    }

    static String amounts(Reader reader, List<TeamAnswers.Share> shares) {
        return shares == null ? "" : shares.stream().map(share -> reader.amount(share.unit(), share.amount()))
                .collect(Collectors.joining(" + "));
    }

    private Section<List<RequestLine>> requests(Reader reader) {
        return services.list(reader.viewer(), Service.LEARNING_BUDGETS, "/api/learning-budgets/requests?toDecide=me&limit=200",
                TeamAnswers.Request.class).map(requests -> requests.stream().map(request -> new RequestLine(request.id(),
                        reader.name(request.employee()), amounts(reader, request.shares()), reader.shortDay(request.neededOn()))).toList());
    }

    /** Without the list of reports there is no rhythm; a part that is away only leaves its column empty. */
    private Section<List<PersonLine>> rhythm(Reader reader) {
        Viewer viewer = reader.viewer();
        Section<List<TeamAnswers.Report>> reports = services.list(viewer, Service.PEOPLE,
                "/api/people/" + viewer.person() + "/reports?limit=200", TeamAnswers.Report.class);
        if (!reports.fine()) {
            return new Section<>(null, null, reports.trouble());
        }
        Section<List<Conversations.Line>> agenda = conversations.of(reader);
        if (!agenda.fine()) {
            return new Section<>(null, null, agenda.trouble());
        }
        Map<String, List<Conversations.Line>> talks = agenda.value().stream().filter(line -> !line.mine())
                .collect(Collectors.groupingBy(Conversations.Line::other));
        Map<String, String> plans = byPerson(services.list(viewer, Service.POP_FORMS, "/api/pop-forms/team?limit=200",
                TeamAnswers.Plan.class), TeamAnswers.Plan::employee, plan -> reader.code("pop", plan.state()));
        Map<String, String> times = byPerson(services.list(viewer, Service.CONVERSATIONS, "/api/conversations/time-needed?limit=200",
                TeamAnswers.TimeNeeded.class), TeamAnswers.TimeNeeded::employee, time -> reader.window(time.from(), time.until()));
        return reports.map(people -> people.stream().map(report -> new PersonLine(name(report), report.job() == null ? "" : report.job(),
                talks.getOrDefault(report.person(), List.of()), plans.getOrDefault(report.person(), ""),
                times.getOrDefault(report.person(), ""))).toList());
    }

    private static <T> Map<String, String> byPerson(Section<List<T>> found, Function<T, String> person, Function<T, String> text) {
        return found.orElse(List.of()).stream().collect(Collectors.toMap(person, text, (one, other) -> one));
    }

    private static String name(TeamAnswers.Report report) {
        return ((report.givenName() == null ? "" : report.givenName()) + " " + (report.familyName() == null ? "" : report.familyName())).strip();
    }
}
