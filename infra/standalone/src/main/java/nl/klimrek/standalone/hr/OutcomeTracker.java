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
import nl.klimrek.standalone.hr.export.SentRow;

/** Tracks records until the people service has processed them, and counts their outcomes. */
final class OutcomeTracker {

    private static final int BATCH = 50;

    private final PeopleClient people;
    private final String source;
    private final Instant saidAt;
    private final Map<RecordOutcome, Long> counts = new EnumMap<>(RecordOutcome.class);

    OutcomeTracker(PeopleClient people, String source, Instant saidAt) {
        this.people = people;
        this.source = source;
        this.saidAt = saidAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Asks about these rows once; returns those without an outcome. */
    List<SentRow> look(List<SentRow> rows) {
        List<SentRow> pending = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            pending.addAll(ask(rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
        return pending;
    }

    /** Number of records by outcome so far. */
    Map<RecordOutcome, Long> counts() {
        return Map.copyOf(counts);
    }

    private List<SentRow> ask(List<SentRow> rows) {
        Map<String, RecordOutcome> outcomes = outcomes(rows);
        List<SentRow> elsewhere =
                rows.stream().filter(row -> !outcomes.containsKey(row.id())).toList();
        Set<String> aside = new HashSet<>();
        if (!elsewhere.isEmpty()) {
            people.setAside(
                            source,
                            elsewhere.stream().map(SentRow::id).distinct().toList())
                    .forEach(record -> aside.add(record.path("record").asText()));
        }
        List<SentRow> pending = new ArrayList<>();
        for (SentRow row : rows) {
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

    /** Outcomes of this run. An earlier run of the same file had the same record ids, but another time. */
    private Map<String, RecordOutcome> outcomes(List<SentRow> rows) {
        List<String> numbers = rows.stream()
                .map(SentRow::number)
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
