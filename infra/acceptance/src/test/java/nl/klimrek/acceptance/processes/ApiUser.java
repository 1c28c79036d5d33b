package nl.klimrek.acceptance.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;

/**
 * A user of the API and of an HR system: registers people, starts plans, sets goals, asks for conversations. An
 * unanswered command is sent again with the same key: without a limit while processes are killed, within a limit
 * afterwards.
 */
final class ApiUser {

    private static final int PEOPLE = 8;
    private static final int PAUSE_MILLIS = 120;
    private static final int RETRY_MILLIS = 500;
    private static final long ANSWER_TIMEOUT_NANOS = TimeUnit.MINUTES.toNanos(4);

    private String lastAnswer = "nothing";
    private final String name;
    private final UnreliableApiClient http;
    private final HrSystem hr;
    private final AcknowledgedHistory history;
    private final CountDownLatch enough;
    private final Random random;
    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final List<String> people = new ArrayList<>();
    private int commands;

    ApiUser(
            String name,
            UnreliableApiClient http,
            HrSystem hr,
            AcknowledgedHistory history,
            CountDownLatch enough,
            long seed) {
        this.name = name;
        this.http = http;
        this.hr = hr;
        this.history = history;
        this.enough = enough;
        this.random = new Random(seed);
    }

    void work() throws InterruptedException {
        do {
            if (people.isEmpty() || people.size() < PEOPLE && random.nextInt(6) == 0) {
                people.add(register());
            } else if (random.nextInt(3) == 0) {
                command("/api/conversations", people.get(random.nextInt(people.size())), Map.of("type", "CHECK_IN"));
            } else {
                setGoal(people.get(random.nextInt(people.size())));
            }
        } while (!enough.await(random.nextInt(PAUSE_MILLIS), TimeUnit.MILLISECONDS));
    }

    /** Registers a person, starts their plan and returns their person id. */
    private String register() throws InterruptedException {
        String number = name + "-" + commands;
        String correlation = next();
        hr.announce(number, correlation);
        history.acknowledged.add(correlation);
        String person = until("HR finds " + number, () -> hr.personOf(number, http));
        command("/api/pop-forms", person, Map.of());
        return person;
    }

    private void setGoal(String person) throws InterruptedException {
        String plan = "pop-" + person;
        JsonNode goal = command(
                        "/api/pop-forms/" + plan + "/goals",
                        person,
                        Map.of(
                                "title",
                                "Beter luisteren",
                                "targetDate",
                                today.plusMonths(4).toString(),
                                "horizon",
                                "SHORT",
                                "purpose",
                                "BROADEN",
                                "origin",
                                "EMPLOYEE",
                                "direction",
                                "SIDE"))
                .json();
        history.goals.put(goal.get("id").asText(), person);
    }

    private UnreliableApiClient.Answer command(String path, String person, Map<String, ?> body)
            throws InterruptedException {
        String command = next();
        UnreliableApiClient.Answer answer = until(path + " for " + command, () -> {
            long begun = history.versions.now();
            Optional<UnreliableApiClient.Answer> said =
                    http.post(path, TestTokens.token(person, HrSystem.ORGANISATION, Role.EMPLOYEE), body, command);
            lastAnswer = said.map(one -> one.status() + " " + one.body()).orElse("nothing");
            if (said.isPresent() && !said.get().accepted() && !said.get().retryable()) {
                throw new AssertionError(path + " was refused: " + said.get().status() + " "
                        + said.get().body());
            }
            said.filter(UnreliableApiClient.Answer::accepted)
                    .filter(ok -> ok.etag() != null && path.startsWith("/api/pop-forms"))
                    .ifPresent(ok -> history.versions.saw(begun, person, ok.version()));
            return said.filter(UnreliableApiClient.Answer::accepted);
        });
        history.acknowledged.add(command);
        return answer;
    }

    private <T> T until(String what, Attempt<T> attempt) throws InterruptedException {
        long killsEndedAt = System.nanoTime();
        while (true) {
            Optional<T> done = attempt.make();
            if (done.isPresent()) {
                return done.get();
            }
            if (enough.getCount() > 0) {
                killsEndedAt = System.nanoTime();
            }
            if (System.nanoTime() - killsEndedAt > ANSWER_TIMEOUT_NANOS) {
                throw new AssertionError("no answer to: " + what + "; last answer to a command: " + lastAnswer);
            }
            new CountDownLatch(1).await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private String next() {
        return name + "-c" + commands++;
    }

    private interface Attempt<T> {
        Optional<T> make() throws InterruptedException;
    }
}
