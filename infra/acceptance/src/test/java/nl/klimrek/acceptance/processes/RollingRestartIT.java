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
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaces every service by a new process while people work. {@code -Dklimrek.seed} repeats the order. */
class RollingRestartIT {

    private static final int CALLERS = 3;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(3);
    /** A stop should take ten seconds at most. A busy machine was seen to need 12.8; the time is printed. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());
    private final AcknowledgedHistory history = new AcknowledgedHistory();

    @Test
    void replaced_in_turn_while_people_work_no_client_that_retries_once_sees_an_error() throws Exception {
        System.out.println("rolling restart: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        try (RollingPlatform rolling = new RollingPlatform(folder);
                HrSystem hr = new HrSystem(rolling.platform().bootstrapServers())) {
            try {
                SeparateProcessesPlatform platform = rolling.platform();
                String portal = platform.url(SeparateProcessesPlatform.PORTAL);
                UnreliableApiClient patient = new UnreliableApiClient(portal);
                await("every service is ready")
                        .atMost(START_TIMEOUT)
                        .until(() -> OutsideVerification.allReady(platform, patient));
                String manager = register(hr, patient, HrSystem.MANAGER);
                assertThat(manager).isNotBlank();
                String first = register(hr, patient, "first");
                await("the manager is known to conversations")
                        .atMost(START_TIMEOUT)
                        .until(() -> isConversationAccepted(patient, first));
                UnreliableApiClient once = UnreliableApiClient.retryingOnce(portal);
                workWhileReplacing(rolling, once, patient, hr);
                assertThat(once.unserved())
                        .as("requests without an answer, after one retry")
                        .isEmpty();
                OutsideVerification outside = new OutsideVerification(platform, patient, history);
                AtomicReference<String> judged = new AtomicReference<>();
                await("nothing is under way any more")
                        .atMost(DRAIN_TIMEOUT)
                        .pollInterval(Duration.ofSeconds(2))
                        .untilAsserted(() -> judged.set(outside.judge()));
                System.out.println("rolling restart: " + history + "; " + judged.get() + "; " + once.retries()
                        + " requests were retried");
            } catch (Throwable e) {
                System.out.println("rolling restart: " + rolling.logTail());
                throw e;
            }
        }
    }

    private String register(HrSystem hr, UnreliableApiClient http, String number) throws InterruptedException {
        hr.announce(number, "hr-" + number);
        history.acknowledged.add("hr-" + number);
        return await(number + " is known")
                .atMost(START_TIMEOUT)
                .until(() -> hr.personOf(number, http), Optional::isPresent)
                .orElseThrow();
    }

    private boolean isConversationAccepted(UnreliableApiClient http, String person) throws InterruptedException {
        boolean accepted = http.post(
                        "/api/conversations",
                        TestTokens.token(person, HrSystem.ORGANISATION, Role.EMPLOYEE),
                        Map.of("type", "CHECK_IN"),
                        "asked-first")
                .filter(UnreliableApiClient.Answer::accepted)
                .isPresent();
        if (accepted) {
            history.acknowledged.add("asked-first");
        }
        return accepted;
    }

    private void workWhileReplacing(
            RollingPlatform rolling, UnreliableApiClient once, UnreliableApiClient patient, HrSystem hr)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        CountDownLatch enough = new CountDownLatch(1);
        List<Future<?>> callers = new ArrayList<>();
        try {
            for (int caller = 0; caller < CALLERS; caller++) {
                ApiUser working = new ApiUser("R" + caller, once, hr, history, enough, seed + caller);
                callers.add(threads.submit(() -> {
                    working.work();
                    return null;
                }));
            }
            await("people work")
                    .atMost(START_TIMEOUT)
                    .until(() ->
                            history.goals.size() >= CALLERS || callers.stream().anyMatch(Future::isDone));
            replaceAll(rolling, patient);
            enough.countDown();
            for (Future<?> caller : callers) {
                caller.get();
            }
            assertThat(history.goals).as("goals set meanwhile").hasSizeGreaterThan(CALLERS);
        } finally {
            enough.countDown();
            threads.shutdownNow();
        }
    }

    private void replaceAll(RollingPlatform rolling, UnreliableApiClient http) {
        List<String> services = new ArrayList<>(rolling.platform().serviceNames());
        Collections.shuffle(services, new Random(seed));
        for (String service : services) {
            RollingPlatform.Predecessor old = rolling.surge(service);
            await("the new " + service + " is ready")
                    .atMost(START_TIMEOUT)
                    .until(() -> OutsideVerification.isReady(rolling.newest(service), http));
            Duration took = old.stop();
            System.out.println("rolling restart: " + service + " stopped after " + took.toMillis() + " ms");
            assertThat(took).as(service + " stops in time").isLessThan(STOP_TIMEOUT);
        }
    }
}
