package nl.klimrek.popforms.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GoalLifeCycleTest {

    private static final Path SOURCE = Path.of("src/main/java/nl/klimrek/popforms/goal/GoalLifeCycle.java");
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    @Test
    void the_table_that_people_read_is_what_the_code_does() throws IOException {
        Map<GoalState, Map<GoalStep, Optional<GoalState>>> coded = new EnumMap<>(GoalState.class);
        for (GoalState state : GoalState.values()) {
            for (GoalStep step : GoalStep.values()) {
                coded.computeIfAbsent(state, any -> new HashMap<>()).put(step, GoalLifeCycle.after(state, step));
            }
        }

        assertThat(written()).isEqualTo(coded);
    }

    private static Map<GoalState, Map<GoalStep, Optional<GoalState>>> written() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SOURCE)) {
            if (line.startsWith(" * ") && line.contains(" | ")) {
                rows.add(List.of(BAR.split(line.substring(3).strip())));
            }
        }
        List<GoalStep> steps =
                rows.get(0).stream().skip(1).map(GoalStep::valueOf).toList();
        Map<GoalState, Map<GoalStep, Optional<GoalState>>> table = new EnumMap<>(GoalState.class);
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<GoalStep, Optional<GoalState>> ways = new HashMap<>();
            for (int i = 0; i < steps.size(); i++) {
                String cell = row.get(i + 1);
                ways.put(steps.get(i), "-".equals(cell) ? Optional.empty() : Optional.of(GoalState.valueOf(cell)));
            }
            table.put(GoalState.valueOf(row.get(0)), ways);
        }
        return table;
    }
}
