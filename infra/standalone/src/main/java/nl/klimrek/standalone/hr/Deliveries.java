package nl.klimrek.standalone.hr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.people.person.RecordOutcome;

/** Follows records until people has processed each of them, and counts what became of them. */
final class Deliveries {

    private static final int BATCH = 50;

    private final PeopleApi people;
    private final String source;
    private final Instant saidAt;
    private final Map<RecordOutcome, Long> counts = new EnumMap<>(RecordOutcome.class);

    Deliveries(PeopleApi people, String source, Instant saidAt) {
        this.people = people;
        this.source = source;
        this.saidAt = saidAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Asks about these once; gives those that have no outcome yet. */
    List<HrRow> look(List<HrRow> rows) {
        List<HrRow> pending = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            pending.addAll(ask(rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
        return pending;
    }

    /** Records by outcome, so far. */
    Map<RecordOutcome, Long> counts() {
        return Map.copyOf(counts);
    }

    private List<HrRow> ask(List<HrRow> rows) {
        Map<String, RecordOutcome> outcomes = outcomes(rows);
        List<HrRow> elsewhere =
                rows.stream().filter(row -> !outcomes.containsKey(row.id())).toList();
        Set<String> aside = new HashSet<>();
        if (!elsewhere.isEmpty()) {
            people.setAside(source, elsewhere.stream().map(HrRow::id).distinct().toList())
                    .forEach(record -> aside.add(record.path("record").asText()));
        }
        List<HrRow> pending = new ArrayList<>();
        for (HrRow row : rows) {
            RecordOutcome outcome =
                    outcomes.getOrDefault(row.id(), aside.contains(row.id()) ? RecordOutcome.SET_ASIDE : null);
            if (outcome == null) {
                pending.add(row);
            } else {
                counts.merge(outcome, 1L, Long::sum);
            }
        }
        return pending;
    }

    /** Outcomes of this run: an earlier run of the same file had the same records, said at another moment. */
    private Map<String, RecordOutcome> outcomes(List<HrRow> rows) {
        List<String> numbers = rows.stream()
                .map(HrRow::number)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        Map<String, RecordOutcome> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            for (JsonNode person : people.byNumber(source, numbers)) {
                for (JsonNode record : person.path("outcomes")) {
                    if (Instant.parse(record.path("saidAt").asText()).equals(saidAt)) {
                        found.put(
                                record.path("record").asText(),
                                RecordOutcome.valueOf(record.path("outcome").asText()));
                    }
                }
            }
        }
        return found;
    }
}
