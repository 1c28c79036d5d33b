package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import nl.klimrek.journal.chain.ChainEntry;

/**
 * Who an entry's data names as taking part.
 *
 * @param employee person id of the employee; null when none is named
 * @param counterpart person id of the one the employee talks with; null when none is named
 */
record Participants(String employee, String counterpart) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where the data names nobody, or is not kept. */
    static Optional<Participants> of(ChainEntry entry) {
        if (entry.content().data() == null) {
            return Optional.empty();
        }
        try {
            JsonNode data = JSON.readTree(entry.content().data());
            Participants parties = new Participants(text(data, "employee"), text(data, "counterpart"));
            return parties.employee == null && parties.counterpart == null ? Optional.empty() : Optional.of(parties);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    boolean include(String person) {
        return person.equals(employee) || person.equals(counterpart);
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).isTextual() ? data.path(field).textValue() : null;
    }
}
