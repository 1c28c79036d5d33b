package nl.klimrek.acceptance.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of the API description.
 *
 * @param method upper case
 * @param path with names in braces where ids stand
 * @param described its node in the description
 */
record Operation(String method, String path, JsonNode described) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** All operations of a document, by path and method. */
    static List<Operation> of(JsonNode openApi) {
        List<Operation> all = new ArrayList<>();
        openApi.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return all;
    }

    /** The path with an id for each parameter. */
    String at(UnaryOperator<String> ids) {
        return VARIABLE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(ids.apply(found.group(1))));
    }

    /** The media type of its body; null when it has none. */
    String contentType() {
        var types = described.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }

    /** Whether it needs no token, because its link is secret. */
    boolean isOpen() {
        return method.equals("GET") && path.endsWith(".ics") || path.startsWith("/api/reminders/unsubscribe/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
