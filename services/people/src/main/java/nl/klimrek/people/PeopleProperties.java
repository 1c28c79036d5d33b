package nl.klimrek.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.inbound.SourceBindings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the people service.
 *
 * @param sources the organisation that each HR system speaks for, as {@code "[<CloudEvents source>]": <organisation>}.
 *     Records of any other source are quarantined. Default none
 * @param sourceSecrets secret of an HR system by its CloudEvents source, at least 32 characters. Its records count only
 *     when they are signed with it ({@link nl.klimrek.contracts.hr.RecordSignature}). Default none: then any writer of
 *     the inbound topic can speak for every source
 * @param largestRecord largest HR record that is read, 1 KB to 1 MB; a larger one is quarantined. Default 64 KB
 * @param dayCheck interval of the daily rollover's check for a new day, 1 second to 1 hour; default 5 minutes
 * @param readersBehind lag of the readers of our events above which an import waits, 100 ms to 10 minutes; default 2
 *     seconds
 */
@ConfigurationProperties("klimrek.people")
public record PeopleProperties(
        @DefaultValue Map<String, String> sources,
        @DefaultValue Map<String, String> sourceSecrets,
        @DefaultValue("64KB") DataSize largestRecord,
        @DefaultValue("5m") Duration dayCheck,
        @DefaultValue("2s") Duration readersBehind) {

    private static final int MIN_SECRET_LENGTH = 32;

    public PeopleProperties {
        sources = Map.copyOf(sources);
        sources.values().forEach(Organisation::new);
        sourceSecrets = Map.copyOf(sourceSecrets);
        if (!sources.keySet().containsAll(sourceSecrets.keySet())) {
            throw new IllegalArgumentException(
                    "klimrek.people.source-secrets names a source that klimrek.people.sources does not");
        }
        if (sourceSecrets.values().stream().anyMatch(secret -> secret.length() < MIN_SECRET_LENGTH)) {
            throw new IllegalArgumentException(
                    "klimrek.people.source-secrets must have " + MIN_SECRET_LENGTH + " characters or more");
        }
        if (sources.containsKey(SourceBindings.IMPORT_SOURCE)) {
            throw new IllegalArgumentException("klimrek.people.sources cannot bind csv, the source of imports");
        }
        if (largestRecord.compareTo(DataSize.ofKilobytes(1)) < 0
                || largestRecord.compareTo(DataSize.ofMegabytes(1)) > 0) {
            throw new IllegalArgumentException("klimrek.people.largest-record must be 1KB to 1MB");
        }
        if (dayCheck.compareTo(Duration.ofSeconds(1)) < 0 || dayCheck.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("klimrek.people.day-check must be 1s to 1h");
        }
        if (readersBehind.toMillis() < 100 || readersBehind.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("klimrek.people.readers-behind must be 100ms to 10m");
        }
    }

    /** Leaves out the secrets. */
    @Override
    public String toString() {
        return "PeopleProperties[sources=" + sources + "]";
    }

    /** The organisations that the sources speak for. */
    public List<Organisation> organisations() {
        return sources.values().stream()
                .distinct()
                .sorted()
                .map(Organisation::new)
                .toList();
    }
}
