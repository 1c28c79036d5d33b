package nl.klimrek.servicekit.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a client may take of a service. An address behind a proxy that does not tell its clients apart is one client:
 * raise the limits per address there, or set them to 0, which means no limit.
 *
 * @param bodiesAtOnce most requests whose body is still on its way, 1 to 10,000; fewer than there are threads, so that
 *     slow bodies never take the threads of pages and health; default 24
 * @param bodiesPerAddress the same from one address, 0 to 10,000; default 0
 * @param requestsPerAddress most requests without a body of one address that are answered at once, 0 to 10,000; default 0
 * @param connectionsPerAddress most open connections of one address, 0 to 100,000; default 0
 * @param bodyTime longest time for a whole body, 1 s to 30 min; default 2 min
 * @param bodyGrace time before a body must keep {@code leastRate}, 100 ms to 1 min; default 5 s
 * @param leastRate least bytes a second after that, 1 B to 10 MB; default 8 KB
 * @param bufferedBytes most memory for bodies that are held whole, 1 MB to 1 GB; default 32 MB
 */
@ConfigurationProperties("klimrek.limits")
public record LimitSettings(
        @DefaultValue("24") int bodiesAtOnce,
        @DefaultValue("0") int bodiesPerAddress,
        @DefaultValue("0") int requestsPerAddress,
        @DefaultValue("0") int connectionsPerAddress,
        @DefaultValue("2m") Duration bodyTime,
        @DefaultValue("5s") Duration bodyGrace,
        @DefaultValue("8KB") DataSize leastRate,
        @DefaultValue("32MB") DataSize bufferedBytes) {

    public LimitSettings {
        within("bodies-at-once", bodiesAtOnce, 1, 10_000);
        within("bodies-per-address", bodiesPerAddress, 0, 10_000);
        within("requests-per-address", requestsPerAddress, 0, 10_000);
        within("connections-per-address", connectionsPerAddress, 0, 100_000);
        within("body-time in ms", bodyTime.toMillis(), 1_000, 1_800_000);
        within("body-grace in ms", bodyGrace.toMillis(), 100, 60_000);
        within("least-rate in bytes", leastRate.toBytes(), 1, 10_485_760);
        within("buffered-bytes in MB", bufferedBytes.toMegabytes(), 1, 1_024);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("klimrek.limits." + name + " must be " + least + " to " + most);
        }
    }
}
