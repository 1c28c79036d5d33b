package nl.klimrek.portal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.frame.ClimbDirection;
import nl.klimrek.portal.plan.PlanPage.AgreementPart;
import nl.klimrek.portal.plan.PlanPage.AnswerLine;
import nl.klimrek.portal.plan.PlanPage.GoalLine;
import nl.klimrek.portal.plan.PlanPage.ProposalCard;
import nl.klimrek.portal.plan.PlanPage.Rung;
import nl.klimrek.portal.plan.PlanPage.SidewaysLine;
import nl.klimrek.portal.plan.PlanResponses.Agreed;
import nl.klimrek.portal.plan.PlanResponses.Agreement;
import nl.klimrek.portal.plan.PlanResponses.Goal;
import nl.klimrek.portal.plan.PlanResponses.Mix;
import nl.klimrek.portal.plan.PlanResponses.Nudge;
import nl.klimrek.portal.plan.PlanResponses.Plan;
import nl.klimrek.portal.plan.PlanResponses.Proposal;
import nl.klimrek.portal.plan.PlanResponses.Template;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** Says a plan in its reader's language. */
final class PlanPageFactory {
    /** Most goals on one page of the list. */
    static final int PAGE = 25;

    static final List<String> DIRECTIONS =
            Stream.of(ClimbDirection.values()).map(ClimbDirection::code).toList();

    private final Reader reader;

    PlanPageFactory(Reader reader) {
        this.reader = reader;
    }

    /** The page of an employee without a plan. */
    PlanPage notStarted() {
        return new PlanPage(
                "",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                frame(List.of()),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    PlanPage of(Plan plan, @Nullable String etag, Template form, int from) {
        Map<String, String> nudges = plan.advice().nudges().stream()
                .filter(nudge -> nudge.goal() != null)
                .collect(Collectors.toMap(Nudge::goal, Nudge::text, (one, other) -> one));
        List<Goal> open = plan.goals().stream().filter(Goal::open).toList();
        int begin = Math.max(0, Math.min(from, open.size()));
        int end = Math.min(open.size(), begin + PAGE);
        List<GoalLine> lines = IntStream.range(begin, end)
                .mapToObj(at -> line(
                        open.get(at),
                        nudges,
                        at == 0 ? null : rank(plan, open.get(at - 1)),
                        at == open.size() - 1 ? null : rank(plan, open.get(at + 1))))
                .toList();
        List<GoalLine> closed = plan.goals().stream()
                .filter(goal -> !goal.open())
                .map(goal -> line(goal, Map.of(), null, null))
                .toList();
        List<Choice> choices =
                open.stream().map(goal -> new Choice(goal.id(), goal.title())).toList();
        return new PlanPage(
                plan.pop(),
                etag,
                agreement(plan.agreement()),
                portrait(plan, form, true),
                lines,
                closed,
                begin == 0 ? null : "/plan",
                end == open.size() ? null : "/plan?from=" + end,
                frame(open),
                sideways(plan),
                plan.advice().nudges().stream()
                        .filter(nudge -> nudge.goal() == null)
                        .map(Nudge::text)
                        .toList(),
                mix(plan.mix()),
                choices);
    }

    /** Place of a goal in the whole order, from 1. */
    private static int rank(Plan plan, Goal goal) {
        return plan.goals().indexOf(goal) + 1;
    }

    private GoalLine line(Goal goal, Map<String, String> nudges, @Nullable Integer up, @Nullable Integer down) {
        return new GoalLine(
                goal.id(),
                goal.title(),
                goal.state(),
                reader.code("goal", goal.state()),
                goal.keptPrivate(),
                reader.say(
                        "plan.goal.meta",
                        reader.code("direction", goal.direction()),
                        reader.shortDay(goal.targetDate())),
                nudges.getOrDefault(goal.id(), ""),
                up,
                down);
    }

    List<AnswerLine> portrait(Plan plan, Template form, boolean answeredOnly) {
        return form.questions("portrait").stream()
                .map(question -> new AnswerLine(
                        question.code(), question.text(), plan.portrait().get(question.code())))
                .filter(line -> !answeredOnly || line.text() != null)
                .toList();
    }

    private @Nullable AgreementPart agreement(Agreement agreement) {
        if (agreement == null) {
            return null;
        }
        List<Agreed> before = agreement.agreed();
        Agreed last = before.isEmpty() ? null : before.get(before.size() - 1);
        boolean agreed = "AGREED".equals(agreement.state());
        String text = switch (agreement.state()) {
            case "AGREED" ->
                last == null
                        ? reader.code("pop", "AGREED")
                        : reader.say(
                                "plan.agreed",
                                reader.name(last.manager()),
                                reader.day(last.at().atZone(reader.zone()).toLocalDate()));
            case "CONFIRMED_BY_EMPLOYEE" -> reader.say("plan.confirmed.you");
            case "CONFIRMED_BY_MANAGER" ->
                reader.say("plan.confirmed.other", reader.name(agreement.confirmedByManager()));
            default -> reader.say("plan.confirmed.none");
        };
        String changed = agreed
                ? ""
                : last == null
                        ? reader.say("plan.changed.never")
                        : reader.say(
                                "plan.changed.since",
                                reader.day(last.at().atZone(reader.zone()).toLocalDate()),
                                reader.name(last.manager()));
        return new AgreementPart(
                agreement.version(), agreement.state(), text, changed, !agreed && !agreement.confirmedByEmployee());
    }

    ProposalCard proposal(Proposal one) {
        List<GoalPage.Fact> facts = new ArrayList<>();
        fact(facts, "plan.goal.why", one.why());
        fact(facts, "plan.goal.measured", one.howMeasured());
        fact(facts, "plan.goal.support", one.supportFrom());
        fact(facts, "plan.goal.direction", reader.code("direction", one.direction()));
        return new ProposalCard(
                one.id(),
                one.title(),
                reader.say(
                        "TEAM".equals(one.origin()) ? "plan.proposal.team" : "plan.proposal.from",
                        reader.name(one.proposer()),
                        reader.day(one.proposedOn())),
                facts,
                one.targetDate().toString());
    }

    private void fact(List<GoalPage.Fact> facts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new GoalPage.Fact(reader.say(label), text));
        }
    }

    private List<Rung> frame(List<Goal> open) {
        return Stream.of(ClimbDirection.values())
                .map(direction -> new Rung(
                        direction.code(),
                        reader.code("direction", direction.code()),
                        direction.x(),
                        direction.y(),
                        open.stream()
                                .filter(goal -> direction.code().equals(goal.direction()))
                                .count()))
                .toList();
    }

    private List<SidewaysLine> sideways(Plan plan) {
        Map<String, String> titles = plan.goals().stream()
                .filter(goal -> goal.title() != null)
                .collect(Collectors.toMap(Goal::id, Goal::title));
        return plan.advice().sideways().stream()
                .map(option -> option.goal() != null
                        ? new SidewaysLine(
                                "",
                                "/plan/goals/" + option.goal(),
                                titles.getOrDefault(option.goal(), reader.say("plan.goal")))
                        : new SidewaysLine(
                                option.text(), "/plan/goals/new?direction=SIDE", reader.say("plan.sideways.new")))
                .toList();
    }

    private @Nullable BarChart mix(Mix mix) {
        if (mix == null || mix.total() == 0) {
            return null;
        }
        List<BarChart.Row> rows = new ArrayList<>();
        rows.add(share("DOING", mix.doingMinutes()));
        rows.add(share("OTHERS", mix.othersMinutes()));
        rows.add(share("COURSES", mix.coursesMinutes()));
        return new BarChart(
                reader.say("plan.mix"), reader.say("plan.mix.unit"), List.of(reader.say("plan.mix.time")), rows);
    }

    private BarChart.Row share(String way, long minutes) {
        String time = reader.amount("HOURS", minutes);
        return new BarChart.Row(reader.say("plan.mix." + way) + ": " + time, List.of(minutes), List.of(time));
    }
}
