package nl.klimrek.portal.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unknown columns of a refused file, so that the reader can name each.
 *
 * @param columns the unknown ones
 * @param known   what a column can be
 * @param chosen  earlier choices for other columns, as {@code name:meaning}
 */
record UnknownColumns(List<Column> columns, List<String> known, List<String> chosen) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String REFUSED = "csv-heading-invalid";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param suggestion what was probably meant; empty when nothing is like it */
    record Column(String name, String suggestion) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The unknown columns of a refusal; null when it is about something else or names no columns. */
    static @Nullable UnknownColumns of(String code, String details, List<String> chosen) {
        try {
            return REFUSED.equals(code) && !details.isEmpty() ? of(code, JSON.readTree(details), chosen) : null;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("The details of a problem are JSON", unreadable);
        }
    }

    static @Nullable UnknownColumns of(String code, JsonNode details, List<String> chosen) {
        if (!REFUSED.equals(code) || details == null) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        details.path("suggestions").forEach(one -> {
            if (!one.path("column").asText().isEmpty()) {
                columns.add(new Column(
                        one.path("column").asText(), one.path("suggestion").asText("")));
            }
        });
        List<String> known = List.of(details.path("known").asText().split(", "));
        return columns.isEmpty()
                ? null
                : new UnknownColumns(
                        List.copyOf(columns),
                        known,
                        chosen.stream().filter(one -> !one.isBlank()).toList());
    }
}
