package nl.klimrek.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Replaces every service by a new process while people work. {@code -Dklimrek.seed} repeats the order. */
@ExtendWith(NoSecondAttempt.class)
class RollingRestartIT {

    private static final int CALLERS = 3;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    /** Two cores at a load of 30 were seen to need 3.4 s at most. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());

    @Test
    void replaced_in_turn_while_people_work_no_client_that_retries_once_sees_an_error() throws Exception {
        System.out.println("rolling restart: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        try (RollingPlatform rolling = new RollingPlatform(folder);
                HrSystem hr = new HrSystem(rolling.platform().bootstrapServers())) {
            String portal = rolling.platform().url(SeparateProcessesPlatform.PORTAL);
            UnreliableApiClient patient = new UnreliableApiClient(portal);
            UnreliableApiClient once = UnreliableApiClient.retryingOnce(portal);
            ProcessRun run = new ProcessRun("rolling restart", seed, rolling.platform(), hr, patient);
            try {
                run.begin();
                run.workWhile(once, CALLERS, () -> replaceAll(rolling, patient));
                assertThat(once.unserved())
                        .as("requests without an answer, after one retry")
                        .isEmpty();
                run.verify();
                run.say(once.retries() + " requests were retried");
            } catch (Throwable e) {
                run.say(rolling.logTail());
                throw e;
            }
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
