package nl.klimrek.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.admin.AdminCommand;
import nl.klimrek.journal.resume.ResumeJournal;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The backup and restore drill. Each store is backed up at a moment of its own while people work; then people's store, and
 * afterwards the journal's, is put back as it was and restored by the operator's commands. Nobody stops working. At the end every
 * guarantee is verified from outside. {@code infra/drill} runs it, and the long run.
 */
@EnabledIfSystemProperty(named = "klimrek.chaos.minutes", matches = "\\d+", disabledReason = "part of the long run")
class RestoreDrillIT {

    private static final int CALLERS = 2;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String PEOPLE = "people";
    private static final String JOURNAL = "journal";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());
    private final AcknowledgedHistory history = new AcknowledgedHistory();
    private final Map<String, String> persons = new LinkedHashMap<>();
    private Path connection;

    @Test
    void restored_services_keep_every_guarantee_while_people_work() throws Exception {
        System.out.println("restore drill: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        try (SeparateProcessesPlatform platform = new SeparateProcessesPlatform(folder);
                HrSystem hr = new HrSystem(platform.bootstrapServers());
                MongoClient store = MongoClients.create(platform.storeUri())) {
            UnreliableApiClient http = new UnreliableApiClient(platform.url(SeparateProcessesPlatform.PORTAL));
            ready(platform, http);
            connection = Files.writeString(
                    folder.resolve("admin.conf"),
                    "bootstrap.servers=%s%nklimrek.store.uri=%s%n"
                            .formatted(platform.bootstrapServers(), platform.storeUri()));
            register(hr, http, HrSystem.MANAGER);
            CountDownLatch enough = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
            try {
                List<Future<?>> callers = work(http, hr, enough, threads);
                awaitGoals(CALLERS * 3);
                register(hr, http, "before");
                Map<String, DatabaseCopy> backups = backUp(platform, store);
                register(hr, http, "after");
                awaitGoals(history.goals.size() + CALLERS * 3);

                restorePeople(platform, store, backups.get(PEOPLE), http);
                register(hr, http, "between");
                awaitGoals(history.goals.size() + CALLERS);
                restoreJournal(platform, store, backups.get(JOURNAL), http);
                register(hr, http, "at-the-end");
                enough.countDown();
                for (Future<?> caller : callers) {
                    caller.get();
                }
            } catch (Throwable e) {
                System.out.println("restore drill: " + platform.logTail());
                throw e;
            } finally {
                enough.countDown();
                threads.shutdownNow();
            }
            verify(platform, hr, http);
        }
    }

    private List<Future<?>> work(
            UnreliableApiClient http, HrSystem hr, CountDownLatch enough, ExecutorService threads) {
        List<Future<?>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            ApiUser working = new ApiUser("E" + caller, http, hr, history, enough, seed + caller);
            callers.add(threads.submit(() -> {
                working.work();
                return null;
            }));
        }
        return callers;
    }

    /** One store after another, each at its own moment. */
    private static Map<String, DatabaseCopy> backUp(SeparateProcessesPlatform platform, MongoClient store) {
        Map<String, DatabaseCopy> backups = new LinkedHashMap<>();
        for (String service : platform.serviceNames()) {
            DatabaseCopy copy = DatabaseCopy.take(store.getDatabase("klimrek-" + service));
            System.out.println("restore drill: " + copy.size() + " documents of " + service + " at " + copy.taken());
            backups.put(service, copy);
        }
        return backups;
    }

    private void restorePeople(
            SeparateProcessesPlatform platform, MongoClient store, DatabaseCopy backup, UnreliableApiClient http)
            throws InterruptedException {
        assertThat(restore(PEOPLE, backup)).as("refused while it runs").isEqualTo(2);
        putBack(platform, store, PEOPLE, backup);
        await("people is restored")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> restore(PEOPLE, backup) == 0);
        assertThat(restore(PEOPLE, backup)).as("a second time").isZero();
        platform.process(PEOPLE).start();
        ready(platform, http);
    }

    private void restoreJournal(
            SeparateProcessesPlatform platform, MongoClient store, DatabaseCopy backup, UnreliableApiClient http)
            throws InterruptedException {
        putBack(platform, store, JOURNAL, backup);
        await("the journal is restored")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> restore(JOURNAL, backup) == 0);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = ResumeJournal.run(
                List.of(
                        "--connection",
                        connection.toString(),
                        "--signing-key",
                        folder.resolve("journal-key.pem").toString()),
                Clock.systemUTC(),
                out,
                out);
        System.out.println(
                "restore drill: " + said.toString(StandardCharsets.UTF_8).strip());
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        platform.process(JOURNAL).start();
        ready(platform, http);
    }

    private static void putBack(
            SeparateProcessesPlatform platform, MongoClient store, String service, DatabaseCopy backup) {
        System.out.println("restore drill: kill -9 " + service + " and put its store back to " + backup.taken());
        platform.process(service).kill();
        backup.putBack(store.getDatabase("klimrek-" + service));
    }

    private int restore(String service, DatabaseCopy backup) {
        return AdminCommand.run(
                "restore", service, "--taken", backup.taken().toString(), "--connection", connection.toString());
    }

    private void register(HrSystem hr, UnreliableApiClient http, String number) throws InterruptedException {
        hr.announce(number, "hr-" + number);
        history.acknowledged.add("hr-" + number);
        persons.put(
                number,
                await(number + " is known")
                        .atMost(TIMEOUT)
                        .until(() -> hr.personOf(number, http), found -> found.isPresent())
                        .orElseThrow());
    }

    private void awaitGoals(int count) {
        await("people work").atMost(TIMEOUT).until(() -> history.goals.size() >= count);
    }

    private void verify(SeparateProcessesPlatform platform, HrSystem hr, UnreliableApiClient http) throws Exception {
        for (Map.Entry<String, String> person : persons.entrySet()) {
            await(person.getKey() + " is the same person")
                    .atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(hr.personOf(person.getKey(), http)).contains(person.getValue()));
        }
        OutsideVerification outside = new OutsideVerification(platform, http, history);
        AtomicReference<String> judged = new AtomicReference<>();
        await("nothing is under way any more")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> judged.set(outside.judge()));
        System.out.println("restore drill: " + history + "; " + judged.get());
        assertThat(http.get("/api/journal/export", TestTokens.token("auditor", HrSystem.ORGANISATION, Role.AUDITOR))
                        .orElseThrow()
                        .body())
                .as("the journal says that it was resumed")
                .contains("resume");
    }

    private static void ready(SeparateProcessesPlatform platform, UnreliableApiClient http) {
        await("every service is ready")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> OutsideVerification.allReady(platform, http));
    }
}
