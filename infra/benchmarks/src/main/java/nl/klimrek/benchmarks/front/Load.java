package nl.klimrek.benchmarks.front;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.benchmarks.front.Pairs.Pair;

/** Runs conversations with several clients at once. */
final class Load {

    private static final int OPEN_CLIENTS = 16;

    private Load() {}

    /** What a client does again and again. */
    interface Round {
        void run(Pair pair) throws Exception;
    }

    /** Closed loop: each client begins its next round when the one before has ended. Returns the seconds it took. */
    static double closed(Pairs pairs, int clients, int each, Round round) throws Exception {
        List<Callable<Void>> loops = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int first = client;
            loops.add(() -> {
                for (int i = 0; i < each; i++) {
                    round.run(pairs.of(first + i * clients));
                }
                return null;
            });
        }
        long begin = System.nanoTime();
        all(loops, clients);
        return seconds(System.nanoTime() - begin);
    }

    /** One client goes on until the time is over. Returns the number of rounds. */
    static int during(Pairs pairs, int seconds, Round round) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int rounds = 0;
        while (System.nanoTime() < end) {
            round.run(pairs.of(rounds++));
        }
        return rounds;
    }

    /**
     * Open loop: rounds begin at a fixed rate, however long earlier ones take. The time of a round counts from when it was to
     * begin.
     */
    static void open(Pairs pairs, double perSecond, int rounds, StepTimes times, String step, Round round)
            throws Exception {
        long begin = System.nanoTime();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long due = begin + (long) (i * TimeUnit.SECONDS.toNanos(1) / perSecond);
            Pair pair = pairs.of(i);
            calls.add(() -> {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                round.run(pair);
                times.add(step, System.nanoTime() - due);
                return null;
            });
        }
        all(calls, OPEN_CLIENTS);
    }

    private static void all(List<Callable<Void>> calls, int threads) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> done : clients.invokeAll(calls)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }
}
