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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.admin.AdminCommand;
import nl.klimrek.journal.resume.ResumeJournal;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import nl.klimrek.testkit.service.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The backup and restore drill. Each store is backed up at a moment of its own while people work; then people's store, and
 * afterwards the journal's, is put back as it was and restored by the operator's commands. Nobody stops working. At the end every
 * guarantee is verified from outside. {@code infra/drill} runs it, and the long run.
 */
@EnabledIfSystemProperty(named = "klimrek.chaos.minutes", matches = "\\d+", disabledReason = "part of the long run")
@ExtendWith(NoSecondAttempt.class)
class RestoreDrillIT {

    private static final int CALLERS = 2;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String PEOPLE = "people";
    private static final String JOURNAL = "journal";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());
    private final Map<String, String> persons = new LinkedHashMap<>();
    private Path connection;

    @Test
    void restored_services_keep_every_guarantee_while_people_work() throws Exception {
        System.out.println("restore drill: seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        try (SeparateProcessesPlatform platform = new SeparateProcessesPlatform(folder);
                HrSystem hr = new HrSystem(platform.bootstrapServers());
                MongoClient store = MongoClients.create(platform.storeUri())) {
            UnreliableApiClient http = new UnreliableApiClient(platform.url(SeparateProcessesPlatform.PORTAL));
            ProcessRun run = new ProcessRun("restore drill", seed, platform, hr, http);
            run.begin();
            connection = Files.writeString(
                    folder.resolve("admin.conf"),
                    "bootstrap.servers=%s%nklimrek.store.uri=%s%n"
                            .formatted(platform.bootstrapServers(), platform.storeUri()));
            try {
                run.workWhile(http, CALLERS, () -> restore(run, platform, store));
            } catch (Throwable e) {
                run.say(platform.logTail());
                throw e;
            }
            verify(run, hr, http);
        }
    }

    private void restore(ProcessRun run, SeparateProcessesPlatform platform, MongoClient store)
            throws InterruptedException {
        run.awaitGoals(CALLERS * 3);
        register(run, "before");
        Map<String, DatabaseCopy> backups = backUp(platform, store);
        register(run, "after");
        run.awaitGoals(run.history.goals.size() + CALLERS * 3);

        restorePeople(run, platform, store, backups.get(PEOPLE));
        register(run, "between");
        run.awaitGoals(run.history.goals.size() + CALLERS);
        restoreJournal(run, platform, store, backups.get(JOURNAL));
        register(run, "at-the-end");
    }

    private void register(ProcessRun run, String number) throws InterruptedException {
        persons.put(number, run.register(number));
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
            ProcessRun run, SeparateProcessesPlatform platform, MongoClient store, DatabaseCopy backup) {
        assertThat(restore(PEOPLE, backup)).as("refused while it runs").isEqualTo(2);
        putBack(platform, store, PEOPLE, backup);
        await("people is restored")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> restore(PEOPLE, backup) == 0);
        assertThat(restore(PEOPLE, backup)).as("a second time").isZero();
        platform.process(PEOPLE).start();
        run.awaitReady();
    }

    private void restoreJournal(
            ProcessRun run, SeparateProcessesPlatform platform, MongoClient store, DatabaseCopy backup) {
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
        run.awaitReady();
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

    private void verify(ProcessRun run, HrSystem hr, UnreliableApiClient http) throws InterruptedException {
        for (Map.Entry<String, String> person : persons.entrySet()) {
            await(person.getKey() + " is the same person")
                    .atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(hr.personOf(person.getKey(), http)).contains(person.getValue()));
        }
        run.verify();
        assertThat(http.get("/api/journal/export", TestTokens.token("auditor", HrSystem.ORGANISATION, Role.AUDITOR))
                        .orElseThrow()
                        .body())
                .as("the journal says that it was resumed")
                .contains("resume");
    }
}
