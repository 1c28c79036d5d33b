package nl.klimrek.acceptance.apart;

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
 * Somebody with a browser and an HR system: lets people join, starts their plans, sets goals, asks for conversations. What
 * is not answered is sent again under the same key, until it is: while things are killed for as long as it takes, and soon
 * after that.
 */
final class Caller {

    private static final int PEOPLE = 8;
    private static final int PAUSE_MILLIS = 120;
    private static final int AGAIN_MILLIS = 500;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

    private String lastSaid = "nothing";
    private final String name;
    private final Http http;
    private final HrSystem hr;
    private final Seen seen;
    private final CountDownLatch enough;
    private final Random random;
    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final List<String> people = new ArrayList<>();
    private int commands;

    Caller(String name, Http http, HrSystem hr, Seen seen, CountDownLatch enough, long seed) {
        this.name = name;
        this.http = http;
        this.hr = hr;
        this.seen = seen;
        this.enough = enough;
        this.random = new Random(seed);
    }

    void work() throws InterruptedException {
        do {
            if (people.isEmpty() || people.size() < PEOPLE && random.nextInt(6) == 0) {
                people.add(joins());
            } else if (random.nextInt(3) == 0) {
                command("/api/conversations", people.get(random.nextInt(people.size())), Map.of("type", "CHECK_IN"));
            } else {
                setsGoal(people.get(random.nextInt(people.size())));
            }
        } while (!enough.await(random.nextInt(PAUSE_MILLIS), TimeUnit.MILLISECONDS));
    }

    /** Somebody new, with a plan. Returns their person id. */
    private String joins() throws InterruptedException {
        String number = name + "-" + commands;
        String correlation = next();
        hr.announce(number, correlation);
        seen.acknowledged.add(correlation);
        String person = until("HR finds " + number, () -> hr.personOf(number, http));
        command("/api/pop-forms", person, Map.of());
        return person;
    }

    private void setsGoal(String person) throws InterruptedException {
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
        seen.goals.put(goal.get("id").asText(), person);
    }

    private Http.Answer command(String path, String person, Map<String, ?> body) throws InterruptedException {
        String command = next();
        Http.Answer answer = until(path + " for " + command, () -> {
            long begun = seen.versions.now();
            Optional<Http.Answer> said =
                    http.post(path, TestTokens.token(person, HrSystem.ORGANISATION, Role.EMPLOYEE), body, command);
            lastSaid = said.map(one -> one.status() + " " + one.body()).orElse("nothing");
            if (said.isPresent() && !said.get().accepted() && !said.get().passing()) {
                throw new AssertionError(path + " was refused: " + said.get().status() + " "
                        + said.get().body());
            }
            said.filter(Http.Answer::accepted)
                    .filter(ok -> ok.etag() != null && path.startsWith("/api/pop-forms"))
                    .ifPresent(ok -> seen.versions.saw(begun, person, ok.version()));
            return said.filter(Http.Answer::accepted);
        });
        seen.acknowledged.add(command);
        return answer;
    }

    private <T> T until(String what, Attempt<T> attempt) throws InterruptedException {
        long calmSince = System.nanoTime();
        while (true) {
            Optional<T> done = attempt.make();
            if (done.isPresent()) {
                return done.get();
            }
            if (enough.getCount() > 0) {
                calmSince = System.nanoTime();
            }
            if (System.nanoTime() - calmSince > PATIENCE_NANOS) {
                throw new AssertionError("never answered: " + what + "; a command was told last: " + lastSaid);
            }
            new CountDownLatch(1).await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private String next() {
        return name + "-c" + commands++;
    }

    private interface Attempt<T> {
        Optional<T> make() throws InterruptedException;
    }
}
