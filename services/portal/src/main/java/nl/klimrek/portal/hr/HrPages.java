package nl.klimrek.portal.hr;

import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.hr.HrPage.CoverageLine;
import nl.klimrek.portal.hr.HrPage.CoveragePart;
import nl.klimrek.portal.hr.HrPage.CycleLine;
import nl.klimrek.portal.hr.HrPage.PersonLine;
import nl.klimrek.portal.hr.HrPage.Preview;
import nl.klimrek.portal.hr.HrPage.QuarantineLine;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** Puts the page for HR together. */
@Component
class HrPages {
    /** As many as a page can show; the whole list is in the API. */
    static final int MOST = 50;

    private final Services services;

    HrPages(Services services) {
        this.services = services;
    }

    HrPage of(Reader reader) {
        Viewer viewer = reader.viewer();
        return new HrPage(
                services.get(viewer, Service.PEOPLE, "/api/people/summary", HrAnswers.Summary.class),
                services.list(viewer, Service.PEOPLE, "/api/people/without-manager?limit=" + MOST, HrAnswers.Person.class)
                        .map(people -> people.stream().map(person -> person(reader, person)).toList()),
                services.list(viewer, Service.PEOPLE, "/api/people/quarantine?limit=" + MOST, HrAnswers.Quarantined.class)
                        .map(records -> records.stream().map(record -> quarantined(reader, record)).toList()),
                services.list(viewer, Service.CONVERSATIONS, "/api/cycles?limit=" + MOST, HrAnswers.Cycle.class)
                        .map(cycles -> cycles.stream().map(cycle -> cycle(reader, cycle)).toList()),
                services.get(viewer, Service.INSIGHTS, "/api/insights/coverage?months=12", HrAnswers.Coverage.class)
                        .map(coverage -> coverage(reader, coverage)));
    }

    static Preview preview(Reader reader, HrAnswers.Planning planning) {
        List<String> without = planning.withoutManager() == null ? List.of()
                : planning.withoutManager().stream().limit(MOST).map(reader::name).toList();
        List<String> skipped = planning.skipped() == null ? List.of() : planning.skipped().entrySet().stream()
                .map(entry -> reader.code("skipped", entry.getKey()) + ": " + entry.getValue()).sorted().toList();
        return new Preview(planning.people(), planning.planned(), without, skipped);
    }

    private static PersonLine person(Reader reader, HrAnswers.Person person) {
        String name = ((person.givenName() == null ? "" : person.givenName()) + " " + (person.familyName() == null ? "" : person.familyName())).strip();
        String team = person.teamName() != null ? person.teamName() : person.team() == null ? "" : reader.team(person.team());
        return new PersonLine(name.isEmpty() ? reader.name(person.person()) : name, team);
    }

    private static QuarantineLine quarantined(Reader reader, HrAnswers.Quarantined record) {
        return new QuarantineLine(record.record() == null ? record.id() : record.record(),
                record.explanation() == null ? record.reason() : record.explanation(), reader.moment(record.at()));
    }

    private static CycleLine cycle(Reader reader, HrAnswers.Cycle cycle) {
        List<String> rhythm = cycle.rhythm() == null ? List.of() : cycle.rhythm().stream()
                .map(rule -> reader.say("hr.cycle.every", reader.code("type", rule.type()), rule.everyDays())).toList();
        HrAnswers.Planning planning = cycle.planning();
        return new CycleLine(cycle.id(), reader.say("hr.cycle.from", reader.day(cycle.startsOn())), rhythm, planning == null
                ? reader.say("hr.cycle.not-planned") : reader.say("hr.cycle.planned", planning.planned(), planning.people()));
    }

    private static CoveragePart coverage(Reader reader, HrAnswers.Coverage coverage) {
        List<CoverageLine> lines = coverage.teams() == null ? List.of() : coverage.teams().stream()
                .map(team -> line(reader.team(team.team()), team.figure())).toList();
        String hidden = coverage.hidden() == null ? "" : coverage.hidden().stream().map(reader::team).collect(Collectors.joining(", "));
        return new CoveragePart(coverage.minimum(), lines,
                coverage.total() == null ? null : line(reader.say("hr.coverage.total"), coverage.total()), hidden);
    }

    private static CoverageLine line(String team, HrAnswers.Figure figure) {
        return new CoverageLine(team, figure.people(), figure.withConversation());
    }
}
