package nl.klimrek.portal.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.plan.GoalPage.ActivityLine;
import nl.klimrek.portal.plan.GoalPage.Can;
import nl.klimrek.portal.plan.GoalPage.EvidenceLine;
import nl.klimrek.portal.plan.GoalPage.Fact;
import nl.klimrek.portal.plan.GoalPage.Look;
import nl.klimrek.portal.plan.GoalPage.Station;
import nl.klimrek.portal.plan.PlanResponses.Activity;
import nl.klimrek.portal.plan.PlanResponses.Evidence;
import nl.klimrek.portal.plan.PlanResponses.Goal;
import nl.klimrek.portal.plan.PlanResponses.Nudge;
import nl.klimrek.portal.plan.PlanResponses.Plan;
import nl.klimrek.portal.plan.PlanResponses.Stall;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** Says a goal in its reader's language. */
final class GoalPageFactory {
    private static final List<String> LIFE = List.of("SET", "ACTING", "EVALUATED", "ACHIEVED");
    private final Reader reader;

    GoalPageFactory(Reader reader) {
        this.reader = reader;
    }

    GoalPage of(Plan plan, @Nullable String etag, Goal goal) {
        String nudge = plan.advice().nudges().stream()
                .filter(one -> goal.id().equals(one.goal()))
                .map(Nudge::text)
                .findFirst()
                .orElse("");
        return new GoalPage(
                plan.pop(),
                etag,
                goal.id(),
                goal.title(),
                goal.why(),
                goal.howMeasured(),
                goal.supportFrom(),
                goal.targetDate() == null ? "" : goal.targetDate().toString(),
                goal.keptPrivate(),
                goal.state(),
                reader.code("goal", goal.state()),
                facts(goal),
                stations(goal.state()),
                Can.of(goal.state()),
                stall(goal.stall()),
                goal.evaluations().stream()
                        .map(look -> new Look(reader.day(look.on()), look.text()))
                        .toList(),
                goal.activities().stream().map(this::activity).toList(),
                goal.evidence().stream().map(this::evidence).toList(),
                nudge);
    }

    private String skill(PlanResponses.Skill skill) {
        String name = skill.label() == null || skill.label().isBlank() ? skill.code() : skill.label();
        return name + " (" + reader.code("skill-scheme", skill.scheme()) + ")";
    }

    private List<Fact> facts(Goal goal) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "plan.goal.why", goal.why());
        add(facts, "plan.goal.measured", goal.howMeasured());
        add(facts, "plan.goal.support", goal.supportFrom());
        add(facts, "plan.goal.by", day(goal.targetDate()));
        add(facts, "plan.goal.skills", goal.skills().stream().map(this::skill).collect(Collectors.joining(", ")));
        add(facts, "plan.goal.direction", reader.code("direction", goal.direction()));
        add(facts, "plan.goal.purpose", reader.code("purpose", goal.purpose()));
        add(facts, "plan.goal.origin", reader.code("origin", goal.origin()));
        add(facts, "plan.goal.achieved-on", day(goal.achievedOn()));
        add(facts, "plan.goal.dropped-because", goal.droppedBecause());
        return facts;
    }

    private void add(List<Fact> facts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(reader.say(label), text));
        }
    }

    private @Nullable String day(LocalDate day) {
        return day == null ? null : reader.day(day);
    }

    private List<Station> stations(String state) {
        String at = switch (state) {
            case "ADJUSTED" -> "SET";
            case "STALLED" -> "ACTING";
            default -> state;
        };
        int here = LIFE.indexOf(at);
        return here < 0
                ? List.of()
                : LIFE.stream()
                        .map(one -> new Station(reader.code("goal", one), LIFE.indexOf(one) < here, one.equals(at)))
                        .toList();
    }

    private String stall(Stall stall) {
        if (stall == null) {
            return "";
        }
        String barriers = stall.barriers().stream()
                .map(code -> reader.code("barrier", code))
                .collect(Collectors.joining(", "));
        return stall.blockedFactor() == null
                ? reader.say("plan.stalled", day(stall.since()), barriers)
                : reader.say(
                        "plan.stalled.factor",
                        day(stall.since()),
                        barriers,
                        reader.code("factor", stall.blockedFactor()));
    }

    private ActivityLine activity(Activity activity) {
        List<String> meta = new ArrayList<>();
        meta.add(reader.code("mode", activity.mode()));
        if ("COLLECTIVE".equals(activity.setting())) {
            meta.add(reader.code("setting", activity.setting()));
        }
        meta.add(reader.amount("HOURS", activity.effortMinutes()));
        if (activity.costCents() != null && activity.costCents() > 0) {
            meta.add(reader.amount("EUR", activity.costCents()));
        }
        dated(meta, "plan.activity.starts", activity.startsOn());
        dated(meta, "plan.activity.ends", activity.endsOn());
        dated(meta, "plan.activity.apply", activity.applyBy());
        dated(meta, "plan.activity.done-on", activity.completedOn());
        List<Fact> learned = new ArrayList<>();
        add(learned, "plan.activity.experience", activity.experience());
        add(learned, "plan.activity.insight", activity.insight());
        add(learned, "plan.activity.next", activity.nextTry());
        String title = activity.title() == null ? reader.code("mode", activity.mode()) : activity.title();
        return new ActivityLine(
                activity.id(), title, String.join(" · ", meta), activity.completedOn() != null, learned);
    }

    private EvidenceLine evidence(Evidence evidence) {
        List<String> meta = new ArrayList<>();
        meta.add(reader.code("evidence", evidence.kind()));
        meta.add(reader.code("validation", evidence.validation()));
        dated(meta, "plan.evidence.until", evidence.expiresOn());
        return new EvidenceLine(evidence.text(), evidence.link(), String.join(" · ", meta));
    }

    private void dated(List<String> meta, String label, LocalDate day) {
        if (day != null) {
            meta.add(reader.say(label, reader.shortDay(day)));
        }
    }
}
