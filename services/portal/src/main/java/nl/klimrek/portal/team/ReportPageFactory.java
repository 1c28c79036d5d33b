package nl.klimrek.portal.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.team.ReportPage.PlanGlance;
import nl.klimrek.portal.team.ReportPage.TalkLine;
import nl.klimrek.portal.team.TeamPage.Mark;
import nl.klimrek.portal.team.TeamPage.WaitLine;
import nl.klimrek.portal.team.TeamResponses.Conversation;
import nl.klimrek.portal.team.TeamResponses.OneRhythm;
import nl.klimrek.portal.team.TeamResponses.OpenRequest;
import nl.klimrek.portal.team.TeamResponses.PlanCard;
import nl.klimrek.portal.team.TeamResponses.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of one report. Texts that the report wrote are on pages of their own, because each view is logged. */
@Component
class ReportPageFactory {
    /** A team talks as a team, an exit conversation comes with a last day, and an assessment from the old regime. */
    private static final List<String> TYPES = List.of("CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE", "ONBOARDING");

    private static final List<String> STATES =
            List.of("SET", "ACTING", "EVALUATED", "ADJUSTED", "STALLED", "ACHIEVED", "DROPPED");
    private final Clock clock;

    ReportPageFactory(Clock clock) {
        this.clock = clock;
    }

    /** @throws nl.klimrek.portal.services.PageRefusedException when the person is not in the reader's team */
    ReportPage of(Reader reader, String person, TeamClient.ReportData one) {
        Instant now = clock.instant();
        LocalDate today = reader.today(now);
        OneRhythm rhythm = one.rhythm().orThrow();
        Report report = one.reports().isOk()
                ? one.reports().value().items().stream()
                        .filter(found -> found.person().equals(person))
                        .findFirst()
                        .orElse(null)
                : null;
        String name = report == null ? reader.name(person) : TeamTexts.name(report);
        PlanCard plan = one.plans().orElse(List.of()).stream()
                .filter(found -> found.employee().equals(person))
                .findFirst()
                .orElse(null);
        List<OpenRequest> requests = one.requests().orElse(List.of()).stream()
                .filter(found -> found.employee().equals(person))
                .toList();
        Attention attention = Attention.of(rhythm.line(), plan, !requests.isEmpty(), now, today);
        Conversation ahead = rhythm.line().open().stream()
                .filter(Conversation::ahead)
                .findFirst()
                .orElse(null);
        List<Trouble> away = Stream.of(one.reports(), one.plans(), one.requests())
                .map(Section::trouble)
                .filter(Objects::nonNull)
                .toList();
        return new ReportPage(
                person,
                name,
                about(reader, report, today),
                waiting(reader, attention),
                notices(reader, rhythm),
                rhythm.talks().stream().map(talk -> talk(reader, talk)).toList(),
                ahead == null
                        ? null
                        : reader.say("team.next.on", TeamTexts.type(reader, ahead), TeamTexts.when(reader, ahead)),
                TYPES.stream()
                        .map(type -> new Choice(type, reader.code("type", type)))
                        .toList(),
                plan == null ? null : glance(reader, name, plan),
                requests.stream()
                        .map(request -> new WaitLine(
                                reader.say(
                                        "team.person.budgets.request",
                                        TeamTexts.amounts(reader, request.shares()),
                                        reader.shortDay(request.neededOn())),
                                "",
                                "/team/requests/" + request.id()))
                        .toList(),
                away);
    }

    private static List<String> about(Reader reader, @Nullable Report report, LocalDate today) {
        List<String> about = new ArrayList<>();
        if (report == null) {
            return about;
        }
        String work = Stream.of(report.job(), report.teamName())
                .filter(text -> text != null && !text.isBlank())
                .reduce((job, team) -> job + " · " + team)
                .orElse("");
        if (!work.isEmpty()) {
            about.add(work);
        }
        if (report.absentFrom() != null
                && (report.absentUntil() == null || !report.absentUntil().isBefore(today))) {
            about.add(
                    report.absentUntil() == null
                            ? reader.say("team.person.away", reader.shortDay(report.absentFrom()))
                            : reader.say(
                                    "team.person.away.until",
                                    reader.shortDay(report.absentFrom()),
                                    reader.shortDay(report.absentUntil())));
        }
        if (report.endDate() != null) {
            about.add(reader.say("team.person.leaves", reader.shortDay(report.endDate())));
        }
        return about;
    }

    private static List<WaitLine> waiting(Reader reader, Attention attention) {
        return attention.waiting().stream()
                .map(talk -> new WaitLine(
                        reader.code("asked", talk.asked()),
                        TeamTexts.type(reader, talk) + " · " + TeamTexts.when(reader, talk),
                        "/conversations/" + talk.conversation()))
                .toList();
    }

    private static List<String> notices(Reader reader, OneRhythm rhythm) {
        List<String> notices = new ArrayList<>();
        if (rhythm.line().overdueAgreements() > 0) {
            notices.add(reader.say("team.person.overdue", rhythm.line().overdueAgreements()));
        }
        if (rhythm.line().timeNeeded() != null) {
            notices.add(reader.say(
                    "team.person.time",
                    reader.window(
                            rhythm.line().timeNeeded().from(),
                            rhythm.line().timeNeeded().until())));
        }
        return notices;
    }

    private static TalkLine talk(Reader reader, Conversation talk) {
        return new TalkLine(
                "/conversations/" + talk.conversation(),
                TeamTexts.type(reader, talk),
                new Mark(talk.status(), reader.code("status", talk.status())),
                TeamTexts.when(reader, talk));
    }

    private static PlanGlance glance(Reader reader, String name, PlanCard plan) {
        if ("NOT_STARTED".equals(plan.state())) {
            return new PlanGlance(false, List.of(reader.say("team.person.plan.none", name)));
        }
        List<String> lines = new ArrayList<>(List.of(reader.code("team.plan", plan.state())));
        for (Map.Entry<String, Integer> state : ordered(plan.goals())) {
            lines.add(reader.say("team.person.plan.goals", reader.code("goal", state.getKey()), state.getValue()));
        }
        if (plan.nextTarget() != null) {
            lines.add(reader.say("team.person.plan.next", reader.shortDay(plan.nextTarget())));
        }
        if (plan.privateGoals() > 0) {
            lines.add(reader.say("team.person.plan.private", plan.privateGoals()));
        }
        return new PlanGlance(true, lines);
    }

    private static List<Map.Entry<String, Integer>> ordered(Map<String, Integer> goals) {
        return goals.entrySet().stream()
                .sorted(java.util.Comparator.comparingInt(state -> STATES.indexOf(state.getKey())))
                .toList();
    }
}
