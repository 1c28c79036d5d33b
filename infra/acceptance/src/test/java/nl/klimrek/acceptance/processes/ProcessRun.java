package nl.klimrek.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;
import org.awaitility.core.ConditionTimeoutException;

/** A run in which people work while processes are disturbed, from the first ready service to the verification of everything. */
final class ProcessRun {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(4);
    private static final String ASKED_FIRST = "asked-first";

    final AcknowledgedHistory history = new AcknowledgedHistory();
    private final String name;
    private final long seed;
    private final SeparateProcessesPlatform platform;
    private final HrSystem hr;
    private final UnreliableApiClient http;

    /** @param http a client that is patient, for what the run itself does */
    ProcessRun(String name, long seed, SeparateProcessesPlatform platform, HrSystem hr, UnreliableApiClient http) {
        this.name = name;
        this.seed = seed;
        this.platform = platform;
        this.hr = hr;
        this.http = http;
    }

    /** What happens to the processes meanwhile. */
    interface Disturbance {
        void disturb() throws Exception;
    }

    void say(String line) {
        System.out.println(name + ": " + line);
    }

    void awaitReady() {
        try {
            await("every service is ready")
                    .atMost(START_TIMEOUT)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> OutsideVerification.allReady(platform, http));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(platform.logTail(), e);
        }
    }

    /** Registers a person and waits until the platform knows them, so that the next has a known manager. Returns the id. */
    String register(String number) throws InterruptedException {
        hr.announce(number, "hr-" + number);
        history.acknowledged.add("hr-" + number);
        return await(number + " is known")
                .atMost(START_TIMEOUT)
                .until(() -> hr.personOf(number, http), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until everything is ready and the manager is known to conversations. */
    void begin() throws InterruptedException {
        awaitReady();
        register(HrSystem.MANAGER);
        String first = register("first");
        await("the manager is known to conversations").atMost(START_TIMEOUT).until(() -> isConversationAccepted(first));
        history.acknowledged.add(ASKED_FIRST);
    }

    private boolean isConversationAccepted(String person) throws InterruptedException {
        return http.post(
                        "/api/conversations",
                        TestTokens.token(person, HrSystem.ORGANISATION, Role.EMPLOYEE),
                        Map.of("type", "CHECK_IN"),
                        ASKED_FIRST)
                .filter(UnreliableApiClient.Answer::accepted)
                .isPresent();
    }

    /** Lets so many callers work with this client until the disturbance is over, and all their commands are answered. */
    void workWhile(UnreliableApiClient client, int callers, Disturbance disturbance) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CountDownLatch enough = new CountDownLatch(1);
        List<Future<?>> working = new ArrayList<>();
        try {
            for (int caller = 0; caller < callers; caller++) {
                ApiUser user = new ApiUser("E" + caller, client, hr, history, enough, seed + caller);
                working.add(threads.submit(() -> {
                    user.work();
                    return null;
                }));
            }
            await("people work")
                    .atMost(START_TIMEOUT)
                    .until(() ->
                            history.goals.size() >= callers || working.stream().anyMatch(Future::isDone));
            disturbance.disturb();
            enough.countDown();
            for (Future<?> caller : working) {
                caller.get();
            }
            assertThat(history.goals).as("goals set meanwhile").hasSizeGreaterThan(callers);
        } finally {
            enough.countDown();
            threads.shutdownNow();
        }
    }

    /** Waits until so many goals are acknowledged. */
    void awaitGoals(int count) {
        await("people work").atMost(START_TIMEOUT).until(() -> history.goals.size() >= count);
    }

    /** Waits until every guarantee holds from outside. */
    void verify() {
        OutsideVerification outside = new OutsideVerification(platform, http, history);
        AtomicReference<String> judged = new AtomicReference<>();
        await("nothing is under way any more")
                .atMost(DRAIN_TIMEOUT)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> judged.set(outside.judge()));
        say(history + "; " + judged.get());
    }
}
