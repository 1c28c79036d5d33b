package nl.klimrek.portal.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Versions of a plan as pop-forms answers them. */
final class VersionResponses {

    private VersionResponses() {}

    record Version(int version, String manager, Instant agreedAt, boolean kept) {}

    record Content(
            int version,
            String manager,
            Instant agreedAt,
            Form form,
            Map<String, @Nullable String> portrait,
            List<Goal> goals,
            int privateGoals) {}

    record Form(List<Section> sections) {}

    record Section(String code, String title, List<Question> questions) {}

    record Question(String code, String text) {}

    record Goal(
            String title,
            @Nullable String why,
            @Nullable String howMeasured,
            @Nullable String supportFrom,
            String state,
            String purpose,
            String direction,
            LocalDate targetDate,
            @Nullable List<Activity> activities) {

        List<Activity> planned() {
            return Objects.requireNonNullElse(activities, List.of());
        }
    }

    record Activity(@Nullable String title, String mode, int effortMinutes) {}

    record Difference(
            int from,
            int to,
            List<FieldChange> answers,
            List<Change> goals,
            int privateGoalsBefore,
            int privateGoalsAfter) {}

    record Change(String id, String kind, @Nullable String title, List<FieldChange> fields, List<Change> activities) {}

    record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
