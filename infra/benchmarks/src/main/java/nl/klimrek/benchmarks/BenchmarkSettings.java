package nl.klimrek.benchmarks;

import java.nio.file.Path;

/**
 * Options of one benchmark run.
 *
 * @param full whether to use full sizes; small sizes let all figures take a few minutes
 * @param folder folder of this run, empty at its start and deleted at its end
 * @param port port of the platform that is started; 0 for any free one
 * @param kafkaPort port of the broker that is started; 0 for any free one
 * @param mongoPort port of the store that is started; 0 for any free one
 * @param commands commands of the pipeline; 0 for what the size says
 * @param backlog events a broker outage leaves behind; 0 for what the size says
 * @param people people in the file of an HR system; 0 for what the size says
 * @param soak whether measurements that take tens of minutes are included
 * @param profile whether a recording of the platform is kept
 */
public record BenchmarkSettings(
        boolean full,
        Path folder,
        int port,
        int kafkaPort,
        int mongoPort,
        int commands,
        int backlog,
        int people,
        boolean soak,
        boolean profile) {

    /** The size for this run. */
    public int size(int small, int inFull) {
        return full ? inFull : small;
    }
}
