package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import nl.klimrek.journal.chain.ChainEntry;
import org.jspecify.annotations.Nullable;

/**
 * The participants that an entry's data names.
 *
 * @param employee person id of the employee; null without one
 * @param counterpart person id of the counterpart; null without one
 */
record EntryParticipants(
        @Nullable String employee, @Nullable String counterpart) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The participants; empty when the data names none or is not kept. */
    static Optional<EntryParticipants> of(ChainEntry entry) {
        if (entry.content().data() == null) {
            return Optional.empty();
        }
        try {
            JsonNode data = JSON.readTree(entry.content().data());
            EntryParticipants participants = new EntryParticipants(text(data, "employee"), text(data, "counterpart"));
            return participants.employee == null && participants.counterpart == null
                    ? Optional.empty()
                    : Optional.of(participants);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    boolean include(String person) {
        return person.equals(employee) || person.equals(counterpart);
    }

    private static @Nullable String text(JsonNode data, String field) {
        return data.path(field).isTextual() ? data.path(field).textValue() : null;
    }
}
