package nl.klimrek.people;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many commands the service gave the store so far, by collection and command, as the driver counts them; without the clock's own. */
record StoreTrips(Map<String, Long> commands) {

    static StoreTrips now() {
        Map<String, Long> counted = new TreeMap<>();
        for (Timer timer : PeopleUnderTest.SERVICE
                .bean(MeterRegistry.class)
                .get("mongodb.driver.commands")
                .timers()) {
            if (timer.getId().getTag("collection").equals("job_ranges")) {
                continue;
            }
            counted.merge(
                    timer.getId().getTag("collection") + "." + timer.getId().getTag("command"),
                    timer.count(),
                    Long::sum);
        }
        return new StoreTrips(counted);
    }

    StoreTrips since(StoreTrips before) {
        return new StoreTrips(commands.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() - before.commands.getOrDefault(entry.getKey(), 0L),
                        Long::sum,
                        TreeMap::new)));
    }

    long all() {
        return commands.values().stream().mapToLong(Long::longValue).sum();
    }
}
