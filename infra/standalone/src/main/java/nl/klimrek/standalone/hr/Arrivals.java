package nl.klimrek.standalone.hr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.standalone.hr.Arrival.Fate;

/** Follows every row until it is on the roster and counted, or in quarantine. */
final class Arrivals {

    private static final int BATCH = 50;

    private final PeopleApi people;
    private final String source;
    private final Map<HrRow, Arrival> arrived = new LinkedHashMap<>();
    private final Map<String, HrRow> newestByNumber = new HashMap<>();
    private final List<HrRow> pending;

    Arrivals(PeopleApi people, String source, List<HrRow> rows) {
        this.people = people;
        this.source = source;
        this.pending = new ArrayList<>(rows);
        rows.forEach(row ->
                newestByNumber.merge(plain(row.number()), row, (one, other) -> one.row() > other.row() ? one : other));
    }

    /** Asks once more about those that are not there yet; gives how many are. */
    int look() {
        for (int from = 0; from < pending.size(); from += BATCH) {
            look(pending.subList(from, Math.min(pending.size(), from + BATCH)));
        }
        pending.removeAll(arrived.keySet());
        return arrived.size();
    }

    /** Those that are there, in the order of the file. */
    List<Arrival> all() {
        return arrived.values().stream()
                .sorted((one, other) ->
                        Long.compare(one.row().row(), other.row().row()))
                .toList();
    }

    private void look(List<HrRow> rows) {
        Map<String, JsonNode> numbered = byNumber(rows);
        List<HrRow> elsewhere = new ArrayList<>();
        for (HrRow row : rows) {
            JsonNode person = numbered.get(plain(row.number()));
            if (person != null && has(person, row.id())) {
                onRoster(row, person).ifPresent(arrival -> arrived.put(row, arrival));
            } else {
                elsewhere.add(row);
            }
        }
        Map<String, HrRow> byId = new HashMap<>();
        elsewhere.forEach(row -> byId.put(row.id(), row));
        if (!byId.isEmpty()) {
            people.setAside(source, List.copyOf(byId.keySet())).forEach(record -> {
                HrRow row = byId.get(record.path("record").asText());
                arrived.put(
                        row,
                        new Arrival(row, Fate.QUARANTINED, row.fault() == null ? explanation(record) : row.fault()));
            });
        }
    }

    private Map<String, JsonNode> byNumber(List<HrRow> rows) {
        List<String> numbers = rows.stream()
                .map(HrRow::number)
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

    /** Empty while the roster, or what it counts, has yet to follow. */
    private Optional<Arrival> onRoster(HrRow row, JsonNode person) {
        HrRow newest = newestByNumber.get(plain(row.number()));
        if (newest != row && arrived.get(newest) == null) {
            return Optional.empty();
        }
        if (newest != row && arrived.get(newest).fate() != Fate.QUARANTINED) {
            return Optional.of(new Arrival(row, Fate.REPEATED, null));
        }
        String standing = person.path("standing").asText();
        if (standing.equals("EXPECTED")) {
            return Optional.of(new Arrival(row, Fate.EXPECTED, null));
        }
        Fate fate = standing.equals("LEFT")
                ? Fate.LEFT
                : person.hasNonNull("manager") ? Fate.WITH_MANAGER : Fate.WITHOUT_MANAGER;
        if (!person.path("counted").asText().equals(fate.name())
                || fate == Fate.WITHOUT_MANAGER && waitsForManager(row, person)) {
            return Optional.empty();
        }
        return Optional.of(new Arrival(row, fate, fate == Fate.WITHOUT_MANAGER ? reason(row, person) : null));
    }

    /** The manager is in this file too, so the relation is still to be made; unless their row was set aside. */
    private boolean waitsForManager(HrRow row, JsonNode person) {
        HrRow manager = newestByNumber.get(plain(row.manager()));
        String because = person.path("withoutManagerBecause").asText();
        boolean notYet = because.equals("UNKNOWN_NUMBER") || because.equals("NOT_HERE_YET");
        Arrival ofManager = manager == null ? null : arrived.get(manager);
        return notYet
                && manager != null
                && (ofManager == null || ofManager.fate() != Fate.QUARANTINED && ofManager.fate() != Fate.EXPECTED);
    }

    private static String reason(HrRow row, JsonNode person) {
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

    /** The same number, however a spreadsheet wrote it. */
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
