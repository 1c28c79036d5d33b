package nl.klimrek.benchmarks.front;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import nl.klimrek.benchmarks.front.Pairs.Pair;

/**
 * A conversation from its request to its closing in fifteen requests. Nine of them are what a plain check-in needs too; their
 * sum is the step {@value #NINE}.
 */
final class WholeConversation {
    /** An hour of its own for each conversation, because nobody has two at one moment. */
    private static final AtomicInteger SLOTS = new AtomicInteger();

    static final int REQUESTS = 15;
    static final String NINE = "nine";
    static final String VISIBLE = "visible";
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Pair pair;
    private final StepTimes times;
    private long nine;

    private WholeConversation(Pair pair, StepTimes times) {
        this.pair = pair;
        this.times = times;
    }

    static void hold(Pair pair, StepTimes times) throws Exception {
        new WholeConversation(pair, times).all();
    }

    /**
     * Asks for a conversation, waits until the manager's list of open ones shows it, and cancels it. It looks at what ended in
     * another year: this year's are the hundreds that this measurement held, and to read them costs more than what is measured.
     */
    static void watch(Pair pair, StepTimes times) throws Exception {
        long begin = System.nanoTime();
        String id = create(pair);
        int otherYear = LocalDate.now(ZoneOffset.UTC).getYear() - 1;
        while (StreamSupport.stream(
                        pair.manager()
                                .get("/api/conversations?limit=200&year=" + otherYear)
                                .path("items")
                                .spliterator(),
                        false)
                .noneMatch(entry -> entry.path("conversation").asText().equals(id))) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        times.add(VISIBLE, System.nanoTime() - begin);
        pair.employee().post("/api/conversations/" + id + "/cancellation", "{'reason':'OTHER'}");
    }

    private static String create(Pair pair) throws Exception {
        return pair.employee()
                .post("/api/conversations", "{'type':'DEVELOPMENT'}")
                .path("id")
                .asText();
    }

    private void all() throws Exception {
        String path = "/api/conversations/" + counted("create", () -> create(pair));
        for (int point = 0; point < 3; point++) {
            counted("agenda", path + "/agenda", "{'text':'What I would like to learn next'}");
        }
        counted("note", path + "/notes", "{'text':'What went well this half year','shared':true}");
        counted("note", path + "/notes", "{'text':'What I keep to myself','shared':false}");
        Instant soon = Instant.now().plusSeconds(3600L * SLOTS.incrementAndGet());
        String slot = "{'slotStart':'%s','slotEnd':'%s','outside':true}".formatted(soon, soon.plusSeconds(3600));
        step("invitation", pair.manager(), path + "/invitation", slot);
        step("acceptance", pair.employee(), path + "/acceptance", slot);
        step("holding", pair.employee(), path + "/holding", "{}");
        for (int agreement = 0; agreement < 2; agreement++) {
            counted(
                    "agreement",
                    path + "/agreements",
                    "{'text':'A day a month in the laboratory','owner':'MANAGER','dueDate':'%s'}"
                            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(60)));
        }
        step("report", pair.manager(), path + "/report", "{'text':'We talked about the laboratory.'}");
        step("confirmation", pair.employee(), path + "/confirmation", "{'version':1}");
        step("confirmation", pair.manager(), path + "/confirmation", "{'version':1}");
        counted("closing", path + "/closing", "{}");
        times.add(NINE, nine);
    }

    private void counted(String step, String path, String body) throws Exception {
        counted(step, () -> pair.employee().post(path, body));
    }

    private <T> T counted(String step, java.util.concurrent.Callable<T> request) throws Exception {
        long begin = System.nanoTime();
        T answer = times.timed(step, request);
        nine += System.nanoTime() - begin;
        return answer;
    }

    private void step(String step, FrontDoor who, String path, String body) throws Exception {
        times.timed(step, () -> who.post(path, body));
    }
}
