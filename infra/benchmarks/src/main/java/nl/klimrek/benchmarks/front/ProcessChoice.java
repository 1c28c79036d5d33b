package nl.klimrek.benchmarks.front;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing in which the process of {@code infra/up} differs from how it is.
 *
 * @param name its name in the report
 * @param options further options of the JVM; later ones win
 * @param environment variables of the process
 */
record ProcessChoice(String name, String options, Map<String, String> environment) {

    /** Stands in options for the file of a class-data archive, which is made before. */
    static final String ARCHIVE = "ARCHIVE";

    static List<ProcessChoice> all() {
        return Stream.concat(ofThisJvm().stream(), ofNewerJvm().stream()).toList();
    }

    /** Choices that need the JDK that {@code KLIMREK_NEWER_JVM} names; none if it is not set. */
    private static List<ProcessChoice> ofNewerJvm() {
        String newer = System.getenv("KLIMREK_NEWER_JVM");
        if (newer == null) {
            return List.of();
        }
        Map<String, String> path = Map.of("PATH", newer + "/bin:" + System.getenv("PATH"));
        return List.of(
                new ProcessChoice("newer-jvm", "", path),
                new ProcessChoice("compact-headers", "-XX:+UseCompactObjectHeaders", path),
                new ProcessChoice("virtual-threads", setting("all", "spring.threads.virtual.enabled=true"), path));
    }

    private static List<ProcessChoice> ofThisJvm() {
        return List.of(
                of("as-it-is", ""),
                of("parallel", "-XX:-UseSerialGC -XX:+UseParallelGC"),
                of("g1", "-XX:-UseSerialGC -XX:+UseG1GC"),
                of("zgc", "-XX:-UseSerialGC -XX:+UseZGC"),
                of("shenandoah", "-XX:-UseSerialGC -XX:+UseShenandoahGC"),
                of("heap-640", "-Xms320m -Xmn192m -XX:SurvivorRatio=4 -Xmx640m"),
                of("heap-480", "-Xmx480m"),
                of("young-80", "-Xmn80m"),
                of("young-160", "-Xmn160m -Xmx400m"),
                of("both-compilers", "-XX:TieredStopAtLevel=4"),
                of(
                        "both-compilers-later",
                        "-XX:TieredStopAtLevel=4 -XX:Tier4InvocationThreshold=20000"
                                + " -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=60000"),
                of("class-archive", "-XX:SharedArchiveFile=" + ARCHIVE),
                new ProcessChoice("malloc-arenas-2", "", Map.of("MALLOC_ARENA_MAX", "2")),
                of("lanes-4", setting("all", "klimrek.eventing.lanes=4")),
                of("consumers-2", setting("all", "klimrek.eventing.concurrency=2")),
                of("people-1-consumer", setting("people", "klimrek.eventing.concurrency=1")),
                of("no-gathering", gathering(0, 0, 0)),
                of("gathering-half", gathering(10, 50, 125)),
                of("gathering-more", gathering(40, 250, 1000)),
                of("commit-2s", setting("all", "klimrek.eventing.commit-every=2s")),
                of(
                        "no-store-metrics",
                        setting("all", "management.metrics.mongo.command.enabled=false") + " "
                                + setting("all", "management.metrics.mongo.connectionpool.enabled=false")));
    }

    private static ProcessChoice of(String name, String options) {
        return new ProcessChoice(name, options, Map.of());
    }

    private static String setting(String service, String setting) {
        return "-Dklimrek.settings." + service + "." + setting;
    }

    private static String gathering(int conversations, int reminders, int others) {
        return setting("conversations", "klimrek.eventing.gather=" + conversations + "ms ")
                + setting("reminders", "klimrek.eventing.gather=" + reminders + "ms ")
                + setting("journal", "klimrek.eventing.gather=" + others + "ms ")
                + setting("insights", "klimrek.eventing.gather=" + others + "ms");
    }
}
