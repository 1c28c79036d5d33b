package nl.klimrek.popforms.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.plan.PlanContent;
import nl.klimrek.popforms.plan.Portrait;
import nl.klimrek.popforms.version.Change.FieldChange;
import nl.klimrek.popforms.version.Change.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a plan: answers, shared goals and their activities, in the order of the later version, then what
 * it no longer has. Of private goals only their number.
 */
public record PlanDifference(
        List<FieldChange> answers, List<Change> goals, int privateGoalsBefore, int privateGoalsAfter) {

    public PlanDifference {
        answers = List.copyOf(answers);
        goals = List.copyOf(goals);
    }

    /** What has to change in the one to become the other. */
    public static PlanDifference between(PlanContent before, PlanContent after) {
        return new PlanDifference(
                fields(answers(before.portrait()), answers(after.portrait())),
                changes(before.goals(), after.goals(), Goal::id, PlanDifference::title, PlanDifference::goal),
                before.privateGoals(),
                after.privateGoals());
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return answers.isEmpty() && goals.isEmpty() && privateGoalsBefore == privateGoalsAfter;
    }

    private interface Comparison<T> {

        /** What changed; empty fields and activities when nothing did. */
        Change changed(T before, T after);
    }

    private static <T> List<Change> changes(
            List<T> before,
            List<T> after,
            Function<T, String> id,
            Function<T, @Nullable String> title,
            Comparison<T> comparison) {
        Map<String, T> earlier = before.stream().collect(Collectors.toMap(id, Function.identity()));
        Map<String, T> later = after.stream().collect(Collectors.toMap(id, Function.identity()));
        List<Change> changes = new ArrayList<>();
        for (T now : after) {
            T then = earlier.get(id.apply(now));
            if (then == null) {
                changes.add(new Change(id.apply(now), Kind.ADDED, title.apply(now), List.of(), List.of()));
            } else {
                Change change = comparison.changed(then, now);
                if (!change.fields().isEmpty() || !change.activities().isEmpty()) {
                    changes.add(change);
                }
            }
        }
        before.stream()
                .filter(then -> !later.containsKey(id.apply(then)))
                .forEach(then ->
                        changes.add(new Change(id.apply(then), Kind.REMOVED, title.apply(then), List.of(), List.of())));
        return changes;
    }

    private static Change goal(Goal before, Goal after) {
        return new Change(
                after.id(),
                Kind.CHANGED,
                title(after),
                fields(values(before), values(after)),
                changes(
                        before.activities(),
                        after.activities(),
                        Activity::id,
                        activity -> activity.plan().title(),
                        PlanDifference::activity));
    }

    private static Change activity(Activity before, Activity after) {
        return new Change(
                after.id(), Kind.CHANGED, after.plan().title(), fields(values(before), values(after)), List.of());
    }

    private static String title(Goal goal) {
        return goal.text().text().title();
    }

    private static List<FieldChange> fields(Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
        return after.keySet().stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new FieldChange(field, before.get(field), after.get(field)))
                .toList();
    }

    private static Map<String, @Nullable String> answers(Portrait portrait) {
        Map<String, @Nullable String> answers = new LinkedHashMap<>();
        answers.put("motives", portrait.motives());
        answers.put("qualities", portrait.qualities());
        answers.put("whatWorkAsks", portrait.whatWorkAsks());
        answers.put("wantToTry", portrait.wantToTry());
        answers.put("whoCanHelp", portrait.whoCanHelp());
        answers.put("fitNow", portrait.fitNow());
        answers.put("fitInFiveYears", portrait.fitInFiveYears());
        return answers;
    }

    private static Map<String, @Nullable String> values(Goal goal) {
        GoalText text = goal.text().text();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("title", text.title());
        values.put("why", text.why());
        values.put("howMeasured", text.howMeasured());
        values.put("supportFrom", text.supportFrom());
        values.put("targetDate", goal.aim().targetDate().toString());
        values.put("state", goal.state().name());
        values.put("horizon", goal.aim().horizon().name());
        values.put("purpose", goal.aim().purpose().name());
        values.put("direction", goal.aim().direction().name());
        values.put(
                "skills",
                goal.aim().skills().isEmpty()
                        ? null
                        : goal.aim().skills().stream().map(PlanDifference::name).collect(Collectors.joining(", ")));
        return values;
    }

    private static String name(Skill skill) {
        return Objects.requireNonNullElse(skill.label(), skill.code());
    }

    private static Map<String, @Nullable String> values(Activity activity) {
        ActivityPlan plan = activity.plan();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("title", plan.title());
        values.put("mode", plan.mode().name());
        values.put("setting", plan.setting().name());
        values.put("effortMinutes", String.valueOf(plan.effortMinutes()));
        values.put("costCents", text(plan.costCents()));
        values.put("startsOn", text(plan.startsOn()));
        values.put("endsOn", text(plan.endsOn()));
        values.put("applyBy", text(plan.applyBy()));
        values.put("completedOn", text(activity.completedOn()));
        values.put("droppedOn", text(activity.droppedOn()));
        return values;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
