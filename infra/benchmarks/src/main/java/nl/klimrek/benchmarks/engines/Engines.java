package nl.klimrek.benchmarks.engines;

import java.io.IOException;
import java.time.Duration;
import nl.klimrek.benchmarks.BenchmarkSettings;

/**
 * A broker and a store that run in a child process.
 *
 * @param process the child
 * @param bootstrapServers where the broker is
 * @param mongoUri where the store is
 */
public record Engines(ChildProcess process, String bootstrapServers, String mongoUri) implements AutoCloseable {

    /** A topic that only raw loops use. */
    public static final String RAW_TOPIC = "benchmark.raw";

    static final int RAW_PARTITIONS = 4;

    /** Starts them on the folder of this name in the run's folder. */
    public static Engines start(BenchmarkSettings setting, String name) throws IOException {
        ChildProcess process = ChildProcess.java(
                EnginesProcess.class,
                setting.folder().resolve(name).toString(),
                Integer.toString(setting.kafkaPort()),
                Integer.toString(setting.mongoPort()));
        String[] ready = process.awaitLine(EnginesProcess.READY)
                .substring(EnginesProcess.READY.length() + 1)
                .split(" ");
        return new Engines(process, ready[0], ready[1]);
    }

    /** Takes the broker away; the store stays. */
    public void stopBroker() throws IOException {
        tell(EnginesProcess.STOP_BROKER);
    }

    /** Restarts the broker on its port and data. */
    public void startBroker() throws IOException {
        tell(EnginesProcess.START_BROKER);
    }

    /** Processor time of the engines and of this process together, so far. */
    public Duration processorTime() {
        return process.processorTime()
                .plus(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private void tell(String line) throws IOException {
        process.tell(line);
        process.awaitLine(EnginesProcess.DONE);
    }

    @Override
    public void close() {
        process.close();
    }
}
