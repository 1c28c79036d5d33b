package nl.klimrek.eventing.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often each fault occurred, and a crash before and after each port call. */
final class FaultCoverage {

    private final Map<String, Long> counts = new LinkedHashMap<>();

    FaultCoverage() {
        Stream.concat(
                        Arrays.stream(Fault.values()).map(Fault::name),
                        Arrays.stream(Port.values()).flatMap(port -> Stream.of(crash(port, false), crash(port, true))))
                .forEach(kind -> counts.put(kind, 0L));
    }

    void happened(Fault fault) {
        counts.merge(fault.name(), 1L, Long::sum);
    }

    void crashed(Port port, boolean afterEffect) {
        counts.merge(crash(port, afterEffect), 1L, Long::sum);
    }

    void add(FaultCoverage other) {
        other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    }

    /** Faults that never occurred. */
    List<String> missing() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String crash(Port port, boolean afterEffect) {
        return "CRASH_" + (afterEffect ? "AFTER_" : "BEFORE_") + port;
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
