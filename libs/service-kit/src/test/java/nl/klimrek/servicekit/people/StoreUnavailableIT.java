package nl.klimrek.servicekit.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.servicekit.FreePort;
import nl.klimrek.servicekit.ServiceLauncher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StoreUnavailableIT {
    @TempDir
    Path folder;

    @Test
    void a_service_that_starts_before_its_store_is_ready_as_soon_as_the_store_is(CapturedOutput said) throws Exception {
        int port = FreePort.find();
        CompletableFuture<ConfigurableApplicationContext> starting = CompletableFuture.supplyAsync(
                () -> ServiceLauncher.run(RosterService.class, "roster", arguments(port)));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> said.getOut().contains("roster could not start") || starting.isDone());
        try (EmbeddedMongo store = EmbeddedMongo.start(folder, EmbeddedMongo.LOOPBACK, port);
                ConfigurableApplicationContext service = starting.get(1, TimeUnit.MINUTES)) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void beside_others_in_a_process_it_fails() throws Exception {
        Map<String, Object> overrides = Map.of(
                "server.port",
                0,
                "spring.data.mongodb.uri",
                uri(FreePort.find()),
                "klimrek.eventing.declared-readers-only",
                false,
                "spring.kafka.bootstrap-servers",
                "127.0.0.1:9");
        assertThatThrownBy(() -> ServiceLauncher.start(RosterService.class, "roster", overrides))
                .hasRootCauseInstanceOf(MongoTimeoutException.class);
    }

    private static String[] arguments(int port) {
        return new String[] {
            "--server.port=0",
            "--klimrek.eventing.declared-readers-only=false",
            "--spring.kafka.bootstrap-servers=127.0.0.1:9",
            "--spring.data.mongodb.uri=" + uri(port)
        };
    }

    private static String uri(int port) {
        return "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=200";
    }
}
