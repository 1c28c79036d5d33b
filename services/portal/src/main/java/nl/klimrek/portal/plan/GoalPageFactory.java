package nl.klimrek.portal.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.portal.plan.GoalPage.ActivityLine;
import nl.klimrek.portal.plan.GoalPage.Can;
import nl.klimrek.portal.plan.GoalPage.EvidenceLine;
import nl.klimrek.portal.plan.GoalPage.Fact;
import nl.klimrek.portal.plan.GoalPage.Look;
import nl.klimrek.portal.plan.GoalPage.MilestoneLine;
import nl.klimrek.portal.plan.GoalPage.Station;
import nl.klimrek.portal.plan.PlanResponses.Activity;
import nl.klimrek.portal.plan.PlanResponses.Evidence;
import nl.klimrek.portal.plan.PlanResponses.Goal;
import nl.klimrek.portal.plan.PlanResponses.Milestone;
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
                Can.of(
                        goal.state(),
                        goal.stall() == null || !goal.stall().barriers().isEmpty()),
                stall(goal.stall()),
                goal.evaluations().stream()
                        .map(look -> new Look(reader.day(look.on()), look.text()))
                        .toList(),
                goal.activities().stream().map(this::activity).toList(),
                goal.evidence().stream().map(this::evidence).toList(),
                goal.milestones().stream().map(this::milestone).toList(),
                goal.direction(),
                goal.purpose(),
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
        if (stall.barriers().isEmpty()) {
            return reader.say("plan.stalled.quiet", day(stall.since()));
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
        dated(meta, "plan.activity.dropped-on", activity.droppedOn());
        List<Fact> learned = new ArrayList<>();
        add(learned, "plan.activity.experience", activity.experience());
        add(learned, "plan.activity.insight", activity.insight());
        add(learned, "plan.activity.next", activity.nextTry());
        add(learned, "plan.activity.used", used(activity));
        add(learned, "plan.activity.used.note", activity.usedNote());
        String title = activity.title() == null ? reader.code("mode", activity.mode()) : activity.title();
        boolean done = activity.completedOn() != null;
        return new ActivityLine(
                activity.id(),
                title,
                String.join(" · ", meta),
                !done && activity.droppedOn() == null,
                done,
                done && !Boolean.TRUE.equals(activity.used()),
                learned,
                fields(activity));
    }

    private @Nullable String used(Activity activity) {
        return activity.used() == null
                ? null
                : reader.say(
                        activity.used() ? "plan.activity.used.yes" : "plan.activity.used.no", day(activity.usedOn()));
    }

    private static Map<String, String> fields(Activity activity) {
        Map<String, String> fields = new HashMap<>();
        fields.put("title", text(activity.title()));
        fields.put("form", text(activity.form()));
        fields.put("setting", text(activity.setting()));
        fields.put("mode", text(activity.mode()));
        fields.put("minutes", text(activity.effortMinutes()));
        fields.put("cost", activity.costCents() == null ? "" : cents(activity.costCents()));
        fields.put("startsOn", text(activity.startsOn()));
        fields.put("endsOn", text(activity.endsOn()));
        fields.put("applyBy", text(activity.applyBy()));
        fields.put("experience", text(activity.experience()));
        fields.put("insight", text(activity.insight()));
        fields.put("nextTry", text(activity.nextTry()));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String cents(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private MilestoneLine milestone(Milestone step) {
        return new MilestoneLine(
                step.id(),
                step.text(),
                step.reachedOn() == null ? "" : reader.say("plan.milestone.reached", day(step.reachedOn())));
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
