package nl.klimrek.benchmarks.pipeline;

import nl.klimrek.benchmarks.Median;

/** What the rounds of one pipeline gave. */
final class Measured {

    final Median perSecond = new Median();
    final Median p50 = new Median();
    final Median p99 = new Median();
    final Median cpuMicros = new Median();
    final Median store = new Median();
    final Median broker = new Median();
}
