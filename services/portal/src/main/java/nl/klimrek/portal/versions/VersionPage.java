package nl.klimrek.portal.versions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.versions.VersionResponses.Activity;
import nl.klimrek.portal.versions.VersionResponses.Change;
import nl.klimrek.portal.versions.VersionResponses.Content;
import nl.klimrek.portal.versions.VersionResponses.Difference;
import nl.klimrek.portal.versions.VersionResponses.FieldChange;
import nl.klimrek.portal.versions.VersionResponses.Goal;
import nl.klimrek.portal.versions.VersionResponses.Version;
import org.jspecify.annotations.Nullable;

/** Says versions of a plan in their reader's language. */
final class VersionPage {

    private final Reader reader;
    private final String base;

    /** @param base address of the list of versions */
    VersionPage(Reader reader, String base) {
        this.reader = reader;
        this.base = base;
    }

    /**
     * A version of the list.
     *
     * @param path where it is read; null when its content was not kept
     * @param since what changed since; null when its content was not kept
     * @param former what changed from the version before it; null without one
     */
    record Line(
            String text,
            @Nullable String path,
            @Nullable String since,
            @Nullable String former) {}

    List<Line> lines(List<Version> versions) {
        return IntStream.range(0, versions.size())
                .mapToObj(at -> line(versions.get(at), at + 1 < versions.size() ? versions.get(at + 1) : null))
                .toList();
    }

    private Line line(Version version, @Nullable Version before) {
        String path = base + "/" + version.version();
        return new Line(
                agreed(version.version(), version.manager(), reader.moment(version.agreedAt())),
                version.kept() ? path : null,
                version.kept() ? path + "/difference" : null,
                version.kept() && before != null && before.kept()
                        ? base + "/" + before.version() + "/difference?to=" + version.version()
                        : null);
    }

    private String agreed(int version, String manager, String when) {
        return reader.say("versions.agreed", version, reader.who(manager), when);
    }

    record Fact(String label, String text) {}

    record GoalCard(String title, String meta, List<Fact> facts, List<String> activities) {}

    /** What was agreed in a version. */
    record ContentPage(String agreed, List<Fact> answers, List<GoalCard> goals, int privateGoals) {}

    ContentPage content(Content content) {
        return new ContentPage(
                agreed(content.version(), content.manager(), reader.moment(content.agreedAt())),
                content.form().sections().stream()
                        .flatMap(section -> section.questions().stream())
                        .filter(question -> content.portrait().get(question.code()) != null)
                        .map(question -> new Fact(
                                question.text(),
                                String.valueOf(content.portrait().get(question.code()))))
                        .toList(),
                content.goals().stream().map(this::goal).toList(),
                content.privateGoals());
    }

    private GoalCard goal(Goal goal) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "why", goal.why());
        add(facts, "howMeasured", goal.howMeasured());
        add(facts, "supportFrom", goal.supportFrom());
        return new GoalCard(
                goal.title(),
                String.join(
                        " · ",
                        reader.code("goal", goal.state()),
                        reader.code("direction", goal.direction()),
                        reader.shortDay(goal.targetDate())),
                facts,
                goal.planned().stream().map(this::activity).toList());
    }

    private String activity(Activity activity) {
        String mode = reader.code("mode", activity.mode());
        return (activity.title() == null ? mode : activity.title() + " · " + mode) + " · "
                + reader.amount("HOURS", activity.effortMinutes());
    }

    private void add(List<Fact> facts, String field, @Nullable String text) {
        if (text != null) {
            facts.add(new Fact(reader.say("versions.field." + field), text));
        }
    }

    /** @param before empty for nothing; @param after empty for nothing */
    record FieldLine(String label, String before, String after) {}

    /** @param kind ADDED, CHANGED or REMOVED, for its looks */
    record ChangeCard(
            String title, String kind, String kindText, List<FieldLine> fields, List<ChangeCard> activities) {}

    /**
     * Two versions side by side.
     *
     * @param title which two
     * @param hidden what became of the number of private goals; empty when it is the same
     */
    record DifferencePage(
            String title, String before, String after, List<FieldLine> answers, List<ChangeCard> goals, String hidden) {

        public boolean isEmpty() {
            return answers.isEmpty() && goals.isEmpty() && hidden.isEmpty();
        }
    }

    DifferencePage difference(Difference found) {
        String before = reader.say("versions.version", found.from());
        String after = found.to() == 0 ? reader.say("versions.now") : reader.say("versions.version", found.to());
        return new DifferencePage(
                reader.say("versions.difference.title", before, after),
                before,
                after,
                found.answers().stream()
                        .map(answer -> new FieldLine(
                                reader.say("versions.answer." + answer.field()),
                                orNothing(answer.before()),
                                orNothing(answer.after())))
                        .toList(),
                found.goals().stream().map(goal -> card(goal, "goal")).toList(),
                found.privateGoalsBefore() == found.privateGoalsAfter()
                        ? ""
                        : reader.say(
                                "versions.difference.private", found.privateGoalsBefore(), found.privateGoalsAfter()));
    }

    private ChangeCard card(Change change, String of) {
        return new ChangeCard(
                change.title() == null ? reader.say("versions.activity") : change.title(),
                change.kind(),
                reader.say("versions.change." + of + "." + change.kind()),
                change.fields().stream().map(this::field).toList(),
                change.activities().stream()
                        .map(activity -> card(activity, "activity"))
                        .toList());
    }

    private FieldLine field(FieldChange change) {
        return new FieldLine(
                reader.say("versions.field." + change.field()),
                said(change.field(), change.before()),
                said(change.field(), change.after()));
    }

    private String orNothing(@Nullable String text) {
        return text == null ? reader.say("versions.nothing") : text;
    }

    private String said(String field, @Nullable String value) {
        if (value == null) {
            return reader.say("versions.nothing");
        }
        return switch (field) {
            case "state" -> reader.code("goal", value);
            case "horizon" -> reader.code("horizon", value);
            case "purpose" -> reader.code("purpose", value);
            case "direction" -> reader.code("direction", value);
            case "mode" -> reader.code("mode", value);
            case "setting" -> reader.code("setting", value);
            case "targetDate", "startsOn", "endsOn", "applyBy", "completedOn", "droppedOn" ->
                reader.shortDay(LocalDate.parse(value));
            case "effortMinutes" -> reader.amount("HOURS", Long.parseLong(value));
            case "costCents" -> reader.amount("EUR", Long.parseLong(value));
            default -> value;
        };
    }
}
