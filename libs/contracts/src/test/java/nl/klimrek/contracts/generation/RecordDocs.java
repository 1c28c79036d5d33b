package nl.klimrek.contracts.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Javadoc of a record, read from its source: the only place where an event and its components are described.
 *
 * @param summary what the record is
 * @param components what each component is, by name; one that ends in {@value #OPTIONAL} may be absent
 */
record RecordDocs(String summary, Map<String, String> components) {

    private static final String OPTIONAL = "(may be null)";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) ([^@]*)");

    static RecordDocs of(Class<?> record) {
        String source = read(SOURCES.resolve(record.getName().replace('.', '/') + ".java"));
        String before = source.substring(0, source.indexOf("public record " + record.getSimpleName()));
        String comment = before.substring(before.lastIndexOf("/**") + 3, before.lastIndexOf("*/"))
                .lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s*", ""))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
        Map<String, String> components = new HashMap<>();
        for (Matcher param = PARAM.matcher(comment); param.find(); ) {
            components.put(param.group(1), param.group(2).strip());
        }
        int params = comment.indexOf("@param");
        return new RecordDocs(
                params < 0 ? comment : comment.substring(0, params).strip(), components);
    }

    /** The description of a component as a sentence. */
    String sentence(String component) {
        String text = documented(component).replace(OPTIONAL, "").strip();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    boolean isOptional(String component) {
        return documented(component).endsWith(OPTIONAL);
    }

    private String documented(String component) {
        return Optional.ofNullable(components.get(component))
                .orElseThrow(() -> new IllegalStateException("no @param for " + component + " of: " + summary));
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
