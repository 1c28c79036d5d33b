package nl.klimrek.portal.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.team.Attention.Kind;
import nl.klimrek.portal.team.TeamPage.Mark;
import nl.klimrek.portal.team.TeamPage.PersonLine;
import nl.klimrek.portal.team.TeamPage.View;
import nl.klimrek.portal.team.TeamPage.WaitLine;
import nl.klimrek.portal.team.TeamResponses.Conversation;
import nl.klimrek.portal.team.TeamResponses.OpenRequest;
import nl.klimrek.portal.team.TeamResponses.PlanCard;
import nl.klimrek.portal.team.TeamResponses.Report;
import nl.klimrek.portal.team.TeamResponses.Rhythm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the manager's first page. A column stays empty when its service is unavailable; without reports there is no list. */
@Component
class TeamPageFactory {
    private final Clock clock;

    TeamPageFactory(Clock clock) {
        this.clock = clock;
    }

    /** A report with all that is known about them. */
    private record Known(
            Report report, Rhythm rhythm, @Nullable PlanCard plan, List<OpenRequest> requests, Attention attention) {}

    TeamPage of(Reader reader, TeamClient.TeamData team, String query, String show) {
        Instant now = clock.instant();
        LocalDate today = reader.today(now);
        List<Trouble> away = Stream.of(team.rhythms(), team.plans(), team.requests())
                .map(Section::trouble)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Known> all = known(team, now, today);
        List<Known> shown = all.stream()
                .filter(one -> found(one, query))
                .filter(one -> isIn(one, show))
                .toList();
        Section<List<PersonLine>> lines = team.reports()
                .map(rows -> shown.stream().map(one -> line(reader, one, team)).toList());
        Map<String, Rhythm> rhythms = byPerson(team.rhythms(), Rhythm::employee);
        RhythmMap map =
                team.rhythms().isOk() && lines.isOk() ? RhythmMap.of(reader, lines.value(), rhythms, today) : null;
        boolean more = team.reports().isOk() && team.reports().value().next() != null;
        return new TeamPage(
                lines,
                waiting(reader, all),
                map,
                views(reader, all, show),
                query,
                show,
                all.size(),
                more,
                team.requests().orElse(List.of()).size(),
                away);
    }

    private static List<Known> known(TeamClient.TeamData team, Instant now, LocalDate today) {
        if (!team.reports().isOk()) {
            return List.of();
        }
        Map<String, Rhythm> rhythms = byPerson(team.rhythms(), Rhythm::employee);
        Map<String, PlanCard> plans = byPerson(team.plans(), PlanCard::employee);
        Map<String, List<OpenRequest>> requests =
                team.requests().orElse(List.of()).stream().collect(Collectors.groupingBy(OpenRequest::employee));
        Comparator<Known> pressing =
                Comparator.comparingInt(one -> one.attention().rank());
        return team.reports().value().items().stream()
                .map(report -> {
                    Rhythm rhythm = rhythms.getOrDefault(report.person(), Rhythm.none(report.person()));
                    List<OpenRequest> asked = requests.getOrDefault(report.person(), List.of());
                    Attention attention = team.rhythms().isOk()
                            ? Attention.of(rhythm, plans.get(report.person()), !asked.isEmpty(), now, today)
                            : new Attention(List.of(), List.of());
                    return new Known(report, rhythm, plans.get(report.person()), asked, attention);
                })
                .sorted(pressing.thenComparing(one -> one.rhythm().last() == null
                                ? LocalDate.MIN
                                : one.rhythm().last().heldOn())
                        .thenComparing(one -> TeamTexts.name(one.report())))
                .toList();
    }

    private static PersonLine line(Reader reader, Known one, TeamClient.TeamData team) {
        Conversation last = one.rhythm().last();
        Conversation next = one.rhythm().open().stream()
                .filter(Conversation::ahead)
                .findFirst()
                .orElse(null);
        boolean known = team.rhythms().isOk();
        return new PersonLine(
                one.report().person(),
                TeamTexts.name(one.report()),
                one.report().job() == null ? "" : one.report().job(),
                last != null
                        ? reader.say("team.last.on", reader.shortDay(last.heldOn()), TeamTexts.type(reader, last))
                        : known ? reader.say("team.last.none") : "",
                next != null
                        ? reader.say("team.next.on", TeamTexts.type(reader, next), TeamTexts.soon(reader, next))
                        : known ? reader.say("team.next.none") : "",
                next == null ? null : "/conversations/" + next.conversation(),
                marks(reader, one),
                one.plan() == null ? "" : reader.code("team.plan", one.plan().state()),
                one.attention().needsManager());
    }

    private static List<Mark> marks(Reader reader, Known one) {
        return one.attention().kinds().stream()
                .filter(kind -> kind != Kind.NOTHING_PLANNED)
                .map(kind -> new Mark(
                        kind == Kind.TIME_NEEDED ? "TIME_NEEDED" : "OVERDUE",
                        switch (kind) {
                            case OVERDUE ->
                                reader.say("team.mark.OVERDUE", one.rhythm().overdueAgreements());
                            case TIME_NEEDED ->
                                reader.say(
                                        "team.mark.TIME_NEEDED",
                                        reader.shortDay(Objects.requireNonNull(
                                                        one.rhythm().timeNeeded())
                                                .until()));
                            case WAITING ->
                                reader.code(
                                        "asked",
                                        one.attention().waiting().stream()
                                                .filter(talk -> !"MISSED".equals(talk.status()))
                                                .findFirst()
                                                .orElseThrow()
                                                .asked());
                            default -> reader.code("team.mark", kind.name());
                        }))
                .toList();
    }

    private static List<WaitLine> waiting(Reader reader, List<Known> all) {
        List<WaitLine> lines = new ArrayList<>();
        for (Known one : all) {
            String name = TeamTexts.name(one.report());
            one.attention()
                    .waiting()
                    .forEach(talk -> lines.add(new WaitLine(
                            reader.say("team.wait", name, reader.code("asked", talk.asked())),
                            TeamTexts.type(reader, talk) + " · "
                                    + ("MISSED".equals(talk.status())
                                            ? reader.say("team.wait.missed")
                                            : TeamTexts.when(reader, talk)),
                            "/conversations/" + talk.conversation())));
            one.requests()
                    .forEach(request -> lines.add(new WaitLine(
                            reader.say("team.wait", name, reader.say("team.wait.request")),
                            reader.say(
                                    "team.wait.request.meta",
                                    TeamTexts.amounts(reader, request.shares()),
                                    reader.shortDay(request.neededOn())),
                            "/team/requests/" + request.id())));
            if (one.attention().kinds().contains(Kind.PLAN)) {
                lines.add(new WaitLine(
                        reader.say("team.wait", name, reader.say("team.wait.plan")),
                        reader.say("team.wait.plan.meta"),
                        "/team/" + one.report().person() + "/plan"));
            }
        }
        return List.copyOf(lines);
    }

    private static List<View> views(Reader reader, List<Known> all, String show) {
        return Stream.of("all", "attention", "none")
                .map(view -> new View(
                        view,
                        reader.say(
                                "team.view." + view,
                                all.stream().filter(one -> isIn(one, view)).count()),
                        view.equals(show)))
                .toList();
    }

    private static boolean isIn(Known one, String show) {
        return switch (show) {
            case "attention" -> one.attention().needsManager();
            case "none" -> one.attention().kinds().contains(Kind.NOTHING_PLANNED);
            default -> true;
        };
    }

    private static boolean found(Known one, String query) {
        String text = (TeamTexts.name(one.report()) + " " + one.report().job() + " "
                        + one.report().teamName())
                .toLowerCase(Locale.ROOT);
        return Stream.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }

    private static <T> Map<String, T> byPerson(Section<List<T>> found, Function<T, String> person) {
        return found.orElse(List.of()).stream()
                .collect(Collectors.toMap(person, Function.identity(), (one, other) -> one));
    }
}
