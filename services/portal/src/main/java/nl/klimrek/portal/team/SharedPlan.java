package nl.klimrek.portal.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.team.SharedPlanPage.Answer;
import nl.klimrek.portal.team.SharedPlanPage.GoalCard;
import nl.klimrek.portal.team.SharedPlanPage.Shown;
import nl.klimrek.portal.team.TeamPage.Mark;
import org.jspecify.annotations.Nullable;

/** A plan as the pop-forms service shows it to the manager: without what is private. */
record SharedPlan(
        String pop,
        String employee,
        Agreement agreement,
        Map<String, String> portrait,
        List<Goal> goals,
        int privateGoals) {
    private static final List<String> PORTRAIT =
            List.of("motives", "qualities", "whatWorkAsks", "wantToTry", "whoCanHelp", "fitNow", "fitInFiveYears");

    record Agreement(int version, String state, String confirmedByManager) {}

    record Goal(
            String title,
            String why,
            String howMeasured,
            String supportFrom,
            String state,
            String purpose,
            LocalDate targetDate,
            List<Activity> activities,
            List<Evidence> evidence) {}

    record Activity(String title, LocalDate completedOn, LocalDate endsOn, LocalDate droppedOn) {}

    record Evidence(String id, String text, String link, String validation) {}

    SharedPlanPage page(Reader reader, String name, @Nullable String etag) {
        String state = agreement.state();
        boolean toConfirm = "DRAFT".equals(state) || "CONFIRMED_BY_EMPLOYEE".equals(state);
        List<Goal> shared = goals == null ? List.of() : goals;
        return new SharedPlanPage(
                employee,
                name,
                reader.say("team.plan.state." + state, agreement.version(), name),
                agreement.version(),
                toConfirm,
                etag,
                privateGoals,
                shared.stream().map(goal -> card(reader, goal)).toList(),
                portrait(reader, name));
    }

    private List<Answer> portrait(Reader reader, String name) {
        Map<String, String> given = portrait == null ? Map.of() : new LinkedHashMap<>(portrait);
        return PORTRAIT.stream()
                .filter(code -> given.get(code) != null && !given.get(code).isBlank())
                .map(code -> new Answer(reader.say("team.portrait." + code, name), given.get(code)))
                .toList();
    }

    private static GoalCard card(Reader reader, Goal goal) {
        String meta = Stream.of(
                        reader.code("purpose", goal.purpose()),
                        goal.targetDate() == null ? "" : reader.say("team.plan.by", reader.shortDay(goal.targetDate())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        List<Answer> more = new ArrayList<>();
        add(more, reader.say("team.plan.measured"), goal.howMeasured());
        add(more, reader.say("team.plan.support"), goal.supportFrom());
        return new GoalCard(
                goal.title(),
                new Mark(goal.state(), reader.code("goal", goal.state())),
                meta,
                goal.why() == null ? "" : goal.why(),
                more,
                activities(reader, goal),
                evidence(reader, goal));
    }

    private static List<String> activities(Reader reader, Goal goal) {
        return goal.activities() == null
                ? List.of()
                : goal.activities().stream()
                        .filter(activity -> activity.droppedOn() == null)
                        .map(activity -> activity.completedOn() != null
                                ? reader.say(
                                        "team.plan.activity.done",
                                        activity.title(),
                                        reader.shortDay(activity.completedOn()))
                                : activity.endsOn() != null
                                        ? reader.say(
                                                "team.plan.activity.until",
                                                activity.title(),
                                                reader.shortDay(activity.endsOn()))
                                        : activity.title())
                        .toList();
    }

    /** Only an address of the web becomes a link; anything else is shown as words. */
    private static List<Shown> evidence(Reader reader, Goal goal) {
        return goal.evidence() == null
                ? List.of()
                : goal.evidence().stream()
                        .map(one -> {
                            boolean web = one.link() != null
                                    && (one.link().startsWith("https://")
                                            || one.link().startsWith("http://"));
                            String text = one.text() != null && !one.text().isBlank()
                                    ? one.text()
                                    : one.link() == null ? "" : one.link();
                            boolean own = "SELF".equals(one.validation()) || "COLLEAGUE".equals(one.validation());
                            return new Shown(
                                    one.id(),
                                    text,
                                    web ? one.link() : null,
                                    reader.code("team.plan.level", one.validation()),
                                    own);
                        })
                        .filter(one -> !one.text().isBlank())
                        .toList();
    }

    private static void add(List<Answer> answers, String question, String words) {
        if (words != null && !words.isBlank()) {
            answers.add(new Answer(question, words));
        }
    }
}
