package nl.klimrek.conversations.dialogue.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rhythm of a manager with each present report; empty for a caller without reports. */
@RestController
@RequestMapping("/api/conversations/team")
class TeamRhythmController {

    private final OverviewProjection agendas;
    private final CurrentRoster roster;

    TeamRhythmController(OverviewProjection agendas, CurrentRoster roster) {
        this.agendas = agendas;
        this.roster = roster;
    }

    /**
     * Every conversation between the caller and one report, of this year and the one before, the newest first.
     *
     * @param line the same rhythm as in the list
     */
    record ReportRhythm(TeamRhythmLine line, List<TeamRhythmConversation> talks) {}

    /** One line for each report. */
    @GetMapping
    Page<TeamRhythmLine> team(ListRequest asked, Caller caller) {
        List<String> reports = roster.reportsOf(caller.organisation(), caller.person()).stream()
                .sorted()
                .toList();
        Page<String> page = Page.of(reports, Function.identity(), asked);
        Map<String, List<OverviewEntry>> talks = talks(caller).collect(Collectors.groupingBy(OverviewEntry::employee));
        Map<String, TimeNeeded> times = times(caller);
        LocalDate today = roster.today(caller.organisation(), caller.person());
        ZoneId zone = roster.zoneOf(caller.organisation(), caller.person());
        return new Page<>(
                page.items().stream()
                        .map(report -> TeamRhythmLine.of(
                                report, talks.getOrDefault(report, List.of()), times.get(report), today, zone))
                        .toList(),
                page.next());
    }

    @GetMapping("{employee}")
    ReportRhythm one(@PathVariable String employee, Caller caller) {
        if (!roster.manages(caller.organisation(), caller.person(), employee)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        List<OverviewEntry> talks =
                talks(caller).filter(entry -> entry.employee().equals(employee)).toList();
        LocalDate today = roster.today(caller.organisation(), caller.person());
        ZoneId zone = roster.zoneOf(caller.organisation(), caller.person());
        return new ReportRhythm(
                TeamRhythmLine.of(employee, talks, times(caller).get(employee), today, zone),
                talks.stream()
                        .map(entry -> TeamRhythmConversation.of(entry, zone))
                        .sorted(Comparator.comparing((TeamRhythmConversation talk) -> talk.day(zone))
                                .reversed()
                                .thenComparing(TeamRhythmConversation::conversation))
                        .toList());
    }

    private Stream<OverviewEntry> talks(Caller caller) {
        Organisation organisation = caller.organisation();
        int year = roster.today(organisation, caller.person()).getYear();
        return Stream.of(
                agendas.openOf(organisation, caller.person()),
                agendas.overOf(organisation, caller.person(), year + 1),
                agendas.overOf(organisation, caller.person(), year),
                agendas.overOf(organisation, caller.person(), year - 1))
                .flatMap(List::stream)
                .filter(entry -> entry.side() == Side.COUNTERPART)
                .filter(entry -> roster.manages(organisation, caller.person(), entry.employee()))
                .collect(Collectors.toMap(OverviewEntry::conversation, Function.identity(), (one, other) -> one))
                .values()
                .stream();
    }

    private Map<String, TimeNeeded> times(Caller caller) {
        return agendas.timeNeededOf(caller.organisation(), caller.person()).stream()
                .collect(Collectors.toMap(
                        TimeNeeded::employee,
                        Function.identity(),
                        (one, other) -> one.from().isBefore(other.from()) ? one : other));
    }
}
