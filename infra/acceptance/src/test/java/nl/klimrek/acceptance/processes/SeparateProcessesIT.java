package nl.klimrek.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills every process in turn. {@code -Dklimrek.seed} repeats the order; it lasts half of {@code -Dklimrek.chaos.minutes}. */
class SeparateProcessesIT {

    private static final int CALLERS = 3;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(3);
    private static final int MAX_BETWEEN_KILLS_MILLIS = 4_000;
    private static final int DOWN_MILLIS = 1_500;
    private static final String ASKED_FIRST = "asked-first";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());
    private final AcknowledgedHistory history = new AcknowledgedHistory();

    @Test
    void killed_in_turn_while_people_work_every_guarantee_holds_from_outside() throws Exception {
        System.out.println("separate processes: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        try (SeparateProcessesPlatform platform = new SeparateProcessesPlatform(folder);
                HrSystem hr = new HrSystem(platform.bootstrapServers())) {
            UnreliableApiClient http = new UnreliableApiClient(platform.url(SeparateProcessesPlatform.PORTAL));
            ready(platform, http);
            register(hr, http, HrSystem.MANAGER);
            String first = register(hr, http, "first");
            await("the manager is known to conversations")
                    .atMost(START_TIMEOUT)
                    .until(() -> askForConversation(http, first));
            history.acknowledged.add(ASKED_FIRST);
            try {
                workWhileKilling(platform, http, hr);
            } catch (Throwable e) {
                System.out.println("separate processes: " + platform.logTail());
                throw e;
            }
            ready(platform, http);
            OutsideVerification outside = new OutsideVerification(platform, http, history);
            AtomicReference<String> judged = new AtomicReference<>();
            await("nothing is under way any more")
                    .atMost(DRAIN_TIMEOUT)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> judged.set(outside.judge()));
            System.out.println("separate processes: " + history + "; " + judged.get());
        }
    }

    /** Registers a person and waits until the platform knows them, so that the next has a known manager. */
    private String register(HrSystem hr, UnreliableApiClient http, String number) throws InterruptedException {
        hr.announce(number, "hr-" + number);
        history.acknowledged.add("hr-" + number);
        return await(number + " is known")
                .atMost(START_TIMEOUT)
                .until(() -> hr.personOf(number, http), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean askForConversation(UnreliableApiClient http, String person) throws InterruptedException {
        return http.post(
                        "/api/conversations",
                        TestTokens.token(person, HrSystem.ORGANISATION, Role.EMPLOYEE),
                        Map.of("type", "CHECK_IN"),
                        ASKED_FIRST)
                .filter(UnreliableApiClient.Answer::accepted)
                .isPresent();
    }

    private void workWhileKilling(SeparateProcessesPlatform platform, UnreliableApiClient http, HrSystem hr)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        CountDownLatch enough = new CountDownLatch(1);
        List<Future<?>> callers = new ArrayList<>();
        try {
            for (int caller = 0; caller < CALLERS; caller++) {
                ApiUser working = new ApiUser("E" + caller, http, hr, history, enough, seed + caller);
                callers.add(threads.submit(() -> {
                    working.work();
                    return null;
                }));
            }
            await("people work")
                    .atMost(START_TIMEOUT)
                    .until(() ->
                            history.goals.size() >= CALLERS || callers.stream().anyMatch(Future::isDone));
            killEverythingInTurn(platform);
            enough.countDown();
            for (Future<?> caller : callers) {
                caller.get();
            }
            assertThat(history.goals).as("goals set during the kills").hasSizeGreaterThan(CALLERS);
        } finally {
            enough.countDown();
            threads.shutdownNow();
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

    private static void ready(SeparateProcessesPlatform platform, UnreliableApiClient http) {
        try {
            await("every service is ready")
                    .atMost(START_TIMEOUT)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> OutsideVerification.allReady(platform, http));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(platform.logTail(), e);
        }
    }
}
