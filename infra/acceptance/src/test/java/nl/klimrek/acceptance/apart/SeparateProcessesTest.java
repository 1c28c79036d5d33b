package nl.klimrek.acceptance.apart;

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

/** {@code -Dklimrek.seed} repeats the order of kills, {@code -Dklimrek.fire.minutes} makes it go on for half of that time. */
class SeparateProcessesTest {

    private static final int CALLERS = 3;
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration DRAIN = Duration.ofMinutes(3);
    private static final int MOST_BETWEEN_KILLS_MILLIS = 4_000;
    private static final int AWAY_MILLIS = 1_500;
    private static final String ASKED_FIRST = "asked-first";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());
    private final Seen seen = new Seen();

    @Test
    void killed_in_turn_while_people_work_every_guarantee_holds_from_outside() throws Exception {
        System.out.println("apart: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        try (ApartPlatform platform = new ApartPlatform(folder);
                HrSystem hr = new HrSystem(platform.bootstrapServers())) {
            Http http = new Http(platform.url(ApartPlatform.PORTAL));
            ready(platform, http);
            joins(hr, http, HrSystem.MANAGER);
            String first = joins(hr, http, "first");
            await("the manager is known to conversations").atMost(START).until(() -> asksForConversation(http, first));
            seen.acknowledged.add(ASKED_FIRST);
            try {
                burn(platform, http, hr);
            } catch (Throwable e) {
                System.out.println("apart: " + platform.lastWords());
                throw e;
            }
            ready(platform, http);
            FromOutside outside = new FromOutside(platform, http, seen);
            AtomicReference<String> judged = new AtomicReference<>();
            await("nothing is under way any more")
                    .atMost(DRAIN)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> judged.set(outside.judge()));
            System.out.println("apart: " + seen + "; " + judged.get());
        }
    }

    /** Returns when the platform knows them: who joins before their manager is known has none at first. */
    private String joins(HrSystem hr, Http http, String number) throws InterruptedException {
        hr.announce(number, "hr-" + number);
        seen.acknowledged.add("hr-" + number);
        return await(number + " is known")
                .atMost(START)
                .until(() -> hr.personOf(number, http), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean asksForConversation(Http http, String person) throws InterruptedException {
        return http.post(
                        "/api/conversations",
                        TestTokens.token(person, HrSystem.ORGANISATION, Role.EMPLOYEE),
                        Map.of("type", "CHECK_IN"),
                        ASKED_FIRST)
                .filter(Http.Answer::accepted)
                .isPresent();
    }

    private void burn(ApartPlatform platform, Http http, HrSystem hr) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        CountDownLatch enough = new CountDownLatch(1);
        List<Future<?>> callers = new ArrayList<>();
        try {
            for (int caller = 0; caller < CALLERS; caller++) {
                Caller working = new Caller("E" + caller, http, hr, seen, enough, seed + caller);
                callers.add(threads.submit(() -> {
                    working.work();
                    return null;
                }));
            }
            await("people work")
                    .atMost(START)
                    .until(() ->
                            seen.goals.size() >= CALLERS || callers.stream().anyMatch(Future::isDone));
            killEverythingInTurn(platform);
            enough.countDown();
            for (Future<?> caller : callers) {
                caller.get();
            }
            assertThat(seen.goals).as("goals set while it burned").hasSizeGreaterThan(CALLERS);
        } finally {
            enough.countDown();
            threads.shutdownNow();
        }
    }

    /** Each is started again soon after, and the next one dies while it starts. */
    private void killEverythingInTurn(ApartPlatform platform) throws InterruptedException {
        Random random = new Random(seed);
        CountDownLatch pause = new CountDownLatch(1);
        long end = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("klimrek.fire.minutes", 0)).toNanos() / 2;
        do {
            List<Runnable> deaths = new ArrayList<>(platform.programs().stream()
                    .map(program -> (Runnable) () -> {
                        System.out.println("apart: kill -9 " + program.name());
                        program.kill();
                        pause(pause, AWAY_MILLIS);
                        program.start();
                    })
                    .toList());
            int broker = 1 + random.nextInt(EmbeddedCluster.NODES);
            deaths.add(() -> {
                System.out.println("apart: kill -9 broker " + broker);
                platform.brokers().kill(broker);
                pause(pause, AWAY_MILLIS);
                platform.brokers().startMissing();
            });
            Collections.shuffle(deaths, random);
            for (Runnable death : deaths) {
                death.run();
                pause(pause, random.nextInt(MOST_BETWEEN_KILLS_MILLIS));
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

    private static void ready(ApartPlatform platform, Http http) {
        try {
            await("every service is ready")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> FromOutside.allReady(platform, http));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(platform.lastWords(), e);
        }
    }
}
