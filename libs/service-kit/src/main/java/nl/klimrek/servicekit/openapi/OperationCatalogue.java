package nl.klimrek.servicekit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/**
 * The id and summary of each operation of a service, from its {@code operations.txt}: method and path, operation id and
 * summary, with bars between. An operation that is not in it is named after the method that answers it and its path, and keeps
 * the summary of its annotation.
 */
final class OperationCatalogue {
    private static final int PARTS = 3;

    /** @param id camel case, unique in the platform; @param summary one short sentence in the imperative, without a dot */
    record Name(String id, String summary) {}

    private final Map<String, Name> known = new HashMap<>();

    OperationCatalogue(Resource file) {
        if (!file.exists()) {
            return;
        }
        try {
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file.getDescription(), unreadable);
        }
    }

    private void add(String line) {
        String[] parts = line.split("\\|", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("An operation has a path, a name and a summary, not: " + line);
        }
        known.put(parts[0].strip(), new Name(parts[1].strip(), parts[2].strip()));
    }

    /**
     * @param method upper case
     * @param path as in the description
     * @param handler name of the method that answers
     * @param annotated summary that stands at the method; null where none does
     */
    Name of(String method, String path, String handler, String annotated) {
        Name given = known.get(method + " " + path);
        if (given != null) {
            return given;
        }
        Name derived = derived(path, handler);
        return annotated == null ? derived : new Name(derived.id(), annotated);
    }

    private static Name derived(String path, String handler) {
        String what = Arrays.stream(path.replaceAll("\\{[^}]*}", "").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty() && !word.equals("api"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        String id = handler.replaceFirst("_\\d+$", "") + what;
        String words = id.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return new Name(id, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
