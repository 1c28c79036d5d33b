package nl.klimrek.benchmarks.pipeline;

import nl.klimrek.benchmarks.Median;

/** Results of all rounds of one pipeline. */
final class PipelineResults {

    final Median perSecond = new Median();
    final Median p50 = new Median();
    final Median p99 = new Median();
    final Median cpuMicros = new Median();
    final Median store = new Median();
    final Median broker = new Median();
}
