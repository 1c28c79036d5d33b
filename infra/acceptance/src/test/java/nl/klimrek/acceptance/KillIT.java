package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoSecondAttempt.class)
class KillIT {

    @Test
    void a_platform_killed_during_the_demo_recovers() throws Exception {
        try (RunningPlatform platform = RunningPlatform.fresh()) {
            Process demo = Command.start(platform.words("infra/demo"));
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> !demo.isAlive() || Command.outputOf(demo).contains("12."));
            ProcessHandle process = platform.process();
            process.destroyForcibly();
            assertThat(process.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
            demo.destroy();
            demo.waitFor(30, TimeUnit.SECONDS);

            platform.up();

            Command.Result verified = platform.run("infra/journal", "verify");
            assertThat(verified.exit()).as(verified.output()).isZero();
            String gaps =
                    platform.get("/api/journal/gaps", platform.token("auditor")).body();
            assertThat(gaps).contains("\"items\":[]");
            Command.Result again = platform.run("infra/demo");
            assertThat(again.exit()).as(again.output()).isZero();
        }
    }
}
