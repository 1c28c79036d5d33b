package nl.klimrek.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import nl.klimrek.eventing.Organisation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the people service.
 *
 * @param sources which HR system speaks for which organisation, as {@code "[<CloudEvents source>]": <organisation>}; a
 *     record of any other source is quarantined. Default none
 * @param largestRecord largest HR record that is read, 1 KB to 1 MB; a larger one is quarantined. Default 64 KB
 * @param dayCheck how often it is looked whether a day has come, 1 second to 1 hour; default 5 minutes
 * @param readersBehind how many events a reader may be behind on one partition while an import goes on, 10 to 1000000;
 *     default 1000
 */
@ConfigurationProperties("klimrek.people")
public record PeopleSettings(
        @DefaultValue Map<String, String> sources,
        @DefaultValue("64KB") DataSize largestRecord,
        @DefaultValue("5m") Duration dayCheck,
        @DefaultValue("1000") long readersBehind) {

    /** Source of what is imported over HTTP without naming one; every organisation has its own. */
    public static final String IMPORT_SOURCE = "csv";

    public PeopleSettings {
        sources = Map.copyOf(sources);
        sources.values().forEach(Organisation::new);
        if (sources.containsKey(IMPORT_SOURCE)) {
            throw new IllegalArgumentException("klimrek.people.sources can not bind csv, the source of imports");
        }
        if (largestRecord.compareTo(DataSize.ofKilobytes(1)) < 0 || largestRecord.compareTo(DataSize.ofMegabytes(1)) > 0) {
            throw new IllegalArgumentException("klimrek.people.largest-record must be 1KB to 1MB");
        }
        if (dayCheck.compareTo(Duration.ofSeconds(1)) < 0 || dayCheck.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("klimrek.people.day-check must be 1s to 1h");
        }
        if (readersBehind < 10 || readersBehind > 1_000_000) {
            throw new IllegalArgumentException("klimrek.people.readers-behind must be 10 to 1000000");
        }
    }


    /** Every organisation that some source speaks for. */
    public List<Organisation> organisations() {
        return sources.values().stream().distinct().sorted().map(Organisation::new).toList();
    }
}
