package nl.klimrek.portal.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from a service's answer which of its parts are stuck and why. Only codes go on: this page is open to everybody. */
final class HealthCodes {
    static final String NOT_READY = "not-ready";
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+){0,4}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private HealthCodes() {}

    /** Codes of the parts that are not well, sorted, with a comma between; that it is not ready where it says no more. */
    static String in(String health) {
        try {
            String codes = JSON.readTree(health).path("components").properties().stream()
                    .map(Map.Entry::getValue)
                    .filter(part -> !part.path("status").asText().equals("UP"))
                    .map(HealthCodes::why)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(","));
            return codes.isEmpty() ? NOT_READY : codes;
        } catch (JsonProcessingException unreadable) {
            return NOT_READY;
        }
    }

    private static String why(JsonNode part) {
        return code(part.path("description").asText());
    }

    static String code(String said) {
        return said != null && CODE.matcher(said).matches() ? said : NOT_READY;
    }
}
