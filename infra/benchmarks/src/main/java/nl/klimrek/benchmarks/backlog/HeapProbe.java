package nl.klimrek.benchmarks.backlog;

import java.lang.management.ManagementFactory;

/** This process's heap. */
final class HeapProbe {

    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private HeapProbe() {}

    /** Bytes in use after a full collection. */
    static double usedMebibytes() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEBIBYTE;
    }
}
