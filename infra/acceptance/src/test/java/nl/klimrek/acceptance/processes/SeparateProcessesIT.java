package nl.klimrek.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Kills every process in turn. {@code -Dklimrek.seed} repeats the order; it lasts half of {@code -Dklimrek.chaos.minutes}. */
@ExtendWith(NoSecondAttempt.class)
class SeparateProcessesIT {

    private static final int CALLERS = 3;
    private static final int MAX_BETWEEN_KILLS_MILLIS = 4_000;
    private static final int DOWN_MILLIS = 1_500;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());

    @Test
    void killed_in_turn_while_people_work_every_guarantee_holds_from_outside() throws Exception {
        System.out.println("separate processes: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        try (SeparateProcessesPlatform platform = new SeparateProcessesPlatform(folder);
                HrSystem hr = new HrSystem(platform.bootstrapServers())) {
            UnreliableApiClient http = new UnreliableApiClient(platform.url(SeparateProcessesPlatform.PORTAL));
            ProcessRun run = new ProcessRun("separate processes", seed, platform, hr, http);
            run.begin();
            try {
                run.workWhile(http, CALLERS, () -> killEverythingInTurn(platform));
            } catch (Throwable e) {
                run.say(platform.logTail());
                throw e;
            }
            run.awaitReady();
            run.verify();
        }
    }

    /** Restarts each soon after its kill; the next one is killed while it starts. */
    private void killEverythingInTurn(SeparateProcessesPlatform platform) throws InterruptedException {
        Random random = new Random(seed);
        CountDownLatch pause = new CountDownLatch(1);
        long end = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("klimrek.chaos.minutes", 0)).toNanos() / 2;
        do {
            List<Runnable> kills = new ArrayList<>(platform.processes().stream()
                    .map(program -> (Runnable) () -> {
                        System.out.println("separate processes: kill -9 " + program.name());
                        program.kill();
                        pause(pause, DOWN_MILLIS);
                        program.start();
                    })
                    .toList());
            int broker = 1 + random.nextInt(EmbeddedCluster.NODES);
            kills.add(() -> {
                System.out.println("separate processes: kill -9 broker " + broker);
                platform.brokers().kill(broker);
                pause(pause, DOWN_MILLIS);
                platform.brokers().startMissing();
            });
            Collections.shuffle(kills, random);
            for (Runnable kill : kills) {
                kill.run();
                pause(pause, random.nextInt(MAX_BETWEEN_KILLS_MILLIS));
            }
        } while (System.nanoTime() < end);
    }

    private static void pause(CountDownLatch never, int millis) {
        try {
            assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
