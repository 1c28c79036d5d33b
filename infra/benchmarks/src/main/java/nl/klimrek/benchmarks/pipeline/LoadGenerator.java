package nl.klimrek.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Writers that send a journey's commands. Each writer has its own people, so that their commands stay in order. */
final class LoadGenerator {

    static final int WRITERS = 4;

    private LoadGenerator() {}

    /** Sends as fast as the writers can (closed loop). */
    static void closed(Pipeline pipeline, Journey journey) throws Exception {
        run(pipeline, journey, command -> journey.due(command, System.nanoTime()));
    }

    /**
     * Sends on a fixed schedule (open loop). A late writer sends at once, and the delay counts as latency: no coordinated
     * omission.
     */
    static void open(Pipeline pipeline, Journey journey, double perSecond) throws Exception {
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
        double gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        run(pipeline, journey, command -> {
            long due = begin + (long) (command * gap);
            journey.due(command, due);
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
        });
    }

    private static void run(Pipeline pipeline, Journey journey, Before before) throws Exception {
        pipeline.begin(journey);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                done.add(writers.submit(() -> {
                    for (int command = first; command < journey.commands(); command += WRITERS) {
                        before.command(command);
                        pipeline.accept(command);
                    }
                }));
            }
            for (Future<?> writer : done) {
                writer.get();
            }
            journey.await();
        } finally {
            writers.shutdownNow();
        }
    }

    private interface Before {
        void command(int command);
    }
}
