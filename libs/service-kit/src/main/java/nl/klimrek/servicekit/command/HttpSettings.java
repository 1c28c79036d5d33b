package nl.klimrek.servicekit.command;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large request bodies may be.
 *
 * @param bodyLimit largest body of a request, 1 byte to 64 MB; default 1 MB
 * @param bodyLimits other limits for paths that begin so, the longest match counts; for example {@code "[/api/people/imports]": 10MB}
 * @param streamed paths at which, exactly, bodies are not read before: who handles them reads and bounds them; default none
 */
@ConfigurationProperties("klimrek.http")
public record HttpSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue Map<String, DataSize> bodyLimits,
        @DefaultValue Set<String> streamed) {
    private static final DataSize MOST = DataSize.ofMegabytes(64);

    public HttpSettings {
        bodyLimits = Map.copyOf(bodyLimits);
        streamed = Set.copyOf(streamed);
        check(bodyLimit);
        bodyLimits.values().forEach(HttpSettings::check);
    }

    /** Most bytes for a request to this path. */
    public int limitFor(String path) {
        DataSize limit = bodyLimits.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(bodyLimit);
        return Math.toIntExact(limit.toBytes());
    }

    /** Whether the handler of a request to this path reads the body itself. */
    public boolean streams(String path) {
        return streamed.contains(path);
    }

    private static void check(DataSize limit) {
        if (limit.toBytes() < 1 || limit.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A body limit must be 1 byte to " + MOST.toMegabytes() + "MB");
        }
    }
}
