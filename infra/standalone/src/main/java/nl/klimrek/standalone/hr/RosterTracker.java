package nl.klimrek.standalone.hr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.standalone.hr.RowArrival.Fate;
import nl.klimrek.standalone.hr.export.SentRow;

/** Tracks every row until it is on the roster or in quarantine. */
final class RosterTracker {

    private static final int BATCH = 50;

    private final PeopleClient people;
    private final String source;
    private final Map<SentRow, RowArrival> arrived = new LinkedHashMap<>();
    private final Map<String, SentRow> newestByNumber = new HashMap<>();
    private final List<SentRow> pending;

    RosterTracker(PeopleClient people, String source, List<SentRow> rows) {
        this.people = people;
        this.source = source;
        this.pending = new ArrayList<>(rows);
        rows.forEach(row ->
                newestByNumber.merge(plain(row.number()), row, (one, other) -> one.row() > other.row() ? one : other));
    }

    /** Asks again about the pending rows; returns the number of rows that have arrived. */
    int look() {
        for (int from = 0; from < pending.size(); from += BATCH) {
            look(pending.subList(from, Math.min(pending.size(), from + BATCH)));
        }
        pending.removeAll(arrived.keySet());
        return arrived.size();
    }

    /** The rows that have arrived, in the order of the file. */
    List<RowArrival> all() {
        return arrived.values().stream()
                .sorted((one, other) ->
                        Long.compare(one.row().row(), other.row().row()))
                .toList();
    }

    private void look(List<SentRow> rows) {
        Map<String, JsonNode> numbered = byNumber(rows);
        List<SentRow> elsewhere = new ArrayList<>();
        for (SentRow row : rows) {
            JsonNode person = numbered.get(plain(row.number()));
            if (person != null && has(person, row.id())) {
                onRoster(row, person).ifPresent(arrival -> arrived.put(row, arrival));
            } else {
                elsewhere.add(row);
            }
        }
        Map<String, SentRow> byId = new HashMap<>();
        elsewhere.forEach(row -> byId.put(row.id(), row));
        if (!byId.isEmpty()) {
            people.setAside(source, List.copyOf(byId.keySet())).forEach(record -> {
                SentRow row =
                        Objects.requireNonNull(byId.get(record.path("record").asText()));
                arrived.put(
                        row,
                        new RowArrival(row, Fate.QUARANTINED, row.fault() == null ? explanation(record) : row.fault()));
            });
        }
    }

    private Map<String, JsonNode> byNumber(List<SentRow> rows) {
        List<String> numbers = rows.stream()
                .map(SentRow::number)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        Map<String, JsonNode> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            people.byNumber(source, numbers)
                    .forEach(person -> found.put(plain(person.path("number").asText()), person));
        }
        return found;
    }

    /** Empty while the roster or its counts do not reflect this row yet. */
    private Optional<RowArrival> onRoster(SentRow row, JsonNode person) {
        SentRow newest = newestByNumber.get(plain(row.number()));
        if (newest != null && !newest.equals(row)) {
            RowArrival ofNewest = arrived.get(newest);
            if (ofNewest == null) {
                return Optional.empty();
            }
            if (ofNewest.fate() != Fate.QUARANTINED) {
                return Optional.of(new RowArrival(row, Fate.REPEATED, null));
            }
        }
        String standing = person.path("standing").asText();
        if (standing.equals("EXPECTED")) {
            return Optional.of(new RowArrival(row, Fate.EXPECTED, null));
        }
        Fate fate = standing.equals("LEFT")
                ? Fate.LEFT
                : person.hasNonNull("manager") ? Fate.WITH_MANAGER : Fate.WITHOUT_MANAGER;
        if (!person.path("counted").asText().equals(fate.name())
                || fate == Fate.WITHOUT_MANAGER && waitsForManager(row, person)) {
            return Optional.empty();
        }
        return Optional.of(new RowArrival(row, fate, fate == Fate.WITHOUT_MANAGER ? reason(row, person) : null));
    }

    /** Whether the manager's row of this file has not been processed yet. */
    private boolean waitsForManager(SentRow row, JsonNode person) {
        SentRow manager = newestByNumber.get(plain(row.manager()));
        String because = person.path("withoutManagerBecause").asText();
        boolean notYet = because.equals("UNKNOWN_NUMBER") || because.equals("NOT_HERE_YET");
        RowArrival ofManager = manager == null ? null : arrived.get(manager);
        return notYet
                && manager != null
                && (ofManager == null || ofManager.fate() != Fate.QUARANTINED && ofManager.fate() != Fate.EXPECTED);
    }

    private static String reason(SentRow row, JsonNode person) {
        if (row.managerMissing() != null) {
            return row.managerMissing();
        }
        return switch (person.path("withoutManagerBecause").asText()) {
            case "NONE_GIVEN" -> "the file names none";
            case "HAS_LEFT" -> "manager " + row.manager() + " has left";
            case "CYCLE_IN_HIERARCHY" -> "manager " + row.manager() + " would report to this person";
            case "NOT_HERE_YET" -> "manager " + row.manager() + " is not there yet";
            default -> "nobody has number " + row.manager();
        };
    }

    /** The employee number without spreadsheet formatting. */
    private static String plain(String number) {
        return HrText.withoutLeadingZeros(HrText.key(number));
    }

    private static boolean has(JsonNode person, String record) {
        return StreamSupport.stream(person.path("records").spliterator(), false)
                .anyMatch(taken -> taken.asText().equals(record));
    }

    private static String explanation(JsonNode record) {
        StringBuilder text = new StringBuilder(record.path("reason").asText());
        record.path("fields")
                .forEach(fault -> text.append(": ")
                        .append(fault.path("field").asText())
                        .append(' ')
                        .append(fault.path("message").asText()));
        return text.toString();
    }
}
