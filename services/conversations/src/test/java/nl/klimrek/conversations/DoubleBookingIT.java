package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.eventing.Key;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Nobody agrees to be in two conversations at one moment, whatever happens at once and wherever an instance ends. */
class DoubleBookingIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "finn", "gwen");

    @Test
    void a_second_acceptance_is_refused_with_the_time_of_the_first() {
        asked("emma").accepted();
        Talk second = asked("finn");
        second.step(second.employee, "invitation", Talk.slot(2)).ok();
        HttpAnswer refused = second.step(second.counterpart, "acceptance", "");
        assertThat(refused.problem()).isEqualTo("409 slot-taken");
        assertThat(refused.text("/detail")).contains(Talk.dayOf(Talk.slot(2)), "from 11:00 to 12:00");
        assertThat(second.status()).isEqualTo("INVITED");
    }

    @Test
    void of_the_other_side_only_that_the_time_is_taken_is_told() {
        Talk first = asked("emma").accepted();
        Talk second = asked("finn");
        second.step(second.counterpart, "invitation", Talk.slot(2)).ok();
        HttpAnswer refused = second.step(second.employee, "acceptance", Talk.slot(2));
        assertThat(refused.problem()).isEqualTo("409 slot-taken-other");
        assertThat(refused.json().toString()).doesNotContain(first.id).doesNotContain("11:00");
    }

    @Test
    void where_both_have_another_conversation_one_reads_of_the_time_of_ones_own() {
        asked("emma").accepted();
        Talk second = Talk.asked(company, "emma", "mark", "CHECK_IN");
        second.step(second.employee, "invitation", Talk.slot(2)).ok();
        assertThat(second.step(second.counterpart, "acceptance", "").problem()).isEqualTo("409 slot-taken");

        asked("finn").acceptedFor(Talk.slot(5));
        Talk other = Talk.asked(company, "finn", "mark", "CHECK_IN");
        other.step(other.counterpart, "invitation", Talk.slot(5)).ok();
        assertThat(other.step(other.employee, "acceptance", Talk.slot(5)).problem())
                .isEqualTo("409 slot-taken");
    }

    @Test
    void a_time_that_was_moved_declined_or_cancelled_is_free() {
        List<String> ways = List.of("counter-proposal", "decline", "cancellation");
        for (String way : ways) {
            Talk first = asked("emma").acceptedFor(Talk.slot(9));
            first.step(
                            first.employee,
                            way,
                            way.equals("counter-proposal") ? Talk.slot(10) : "{'reason':'My train is late.'}")
                    .ok();
            Talk second = asked("gwen").acceptedFor(Talk.slot(9));
            second.step(second.employee, "cancellation", "{'reason':'It can wait'}")
                    .ok();
        }
    }

    @Test
    void a_conversation_next_to_another_is_none_at_the_same_moment() {
        Instant start = Instant.parse(Talk.slot(2).substring(14, 34));
        asked("emma").acceptedFor(Talk.slot(start));
        asked("finn").acceptedFor(Talk.slot(start.plus(Duration.ofHours(1))));
        Talk between = asked("gwen");
        between.step(between.employee, "invitation", Talk.slot(start.plus(Duration.ofMinutes(59))))
                .ok();
        assertThat(between.step(between.counterpart, "acceptance", "").problem())
                .isEqualTo("409 slot-taken");
    }

    @Test
    void an_unusual_time_is_possible_only_when_both_say_so() {
        Talk talk = asked("emma");
        Instant evening = Instant.parse(Talk.dayOf(Talk.slot(3)) + "T19:00:00Z");
        assertThat(talk.step(talk.employee, "invitation", Talk.slot(evening)).problem())
                .isEqualTo("409 slot-outside");
        talk.step(talk.employee, "invitation", Talk.outside(Talk.slot(evening))).ok();
        assertThat(talk.seenBy(talk.counterpart).json().path("slotOutside")).hasToString("[\"WORKING_HOURS\"]");
        assertThat(talk.step(talk.counterpart, "acceptance", Talk.slot(evening)).problem())
                .isEqualTo("409 slot-outside");
        talk.step(talk.counterpart, "acceptance", Talk.outside(Talk.slot(evening)))
                .ok();
        Instant longAfter = Instant.parse(Talk.dayOf(Talk.slot(60)) + "T10:00:00Z");
        assertThat(talk.step(talk.employee, "counter-proposal", Talk.slot(longAfter))
                        .json()
                        .at("/details/outside/0")
                        .asText())
                .isEqualTo("WINDOW");
        assertThat(talk.step(
                                talk.employee,
                                "decline",
                                "{'slotStart':'%s','slotEnd':'%s'}".formatted(longAfter, longAfter.plusSeconds(60)))
                        .problem())
                .isEqualTo("409 slot-outside");
    }

    @Test
    void of_acceptances_at_once_on_two_instances_one_counts() throws Exception {
        String[] people = IntStream.range(0, 8).mapToObj(i -> "report" + i).toArray(String[]::new);
        company.joins("mark", people);
        List<Talk> talks = new ArrayList<>();
        for (String person : people) {
            Talk talk = asked(person);
            talk.step(talk.employee, "invitation", Talk.slot(2)).ok();
            talks.add(talk);
        }
        try (ServiceUnderTest other = ConversationsUnderTest.startSecondInstance()) {
            TestClient mark = other.as("mark", company.name).below("/api");
            List<Callable<Integer>> acceptances = new ArrayList<>();
            for (int i = 0; i < talks.size(); i++) {
                Talk talk = talks.get(i);
                acceptances.add(
                        i % 2 == 0
                                ? () -> talk.step(talk.counterpart, "acceptance", "")
                                        .status()
                                : () -> mark.withIdempotencyKey(
                                                UUID.randomUUID().toString())
                                        .post("/conversations/" + talk.id + "/acceptance")
                                        .status());
            }
            assertThat(atOnce(acceptances)).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        }
        isFair(talks);
    }

    @Test
    void an_end_between_two_writes_blocks_nobody_for_long_and_books_nobody_twice() {
        boolean reached = true;
        int write = 0;
        List<Talk> all = new ArrayList<>();
        for (; reached; write++) {
            Talk first = asked("emma");
            Talk second = asked("finn");
            String slot = Talk.slot(2);
            first.step(first.employee, "invitation", slot).ok();
            second.step(second.employee, "invitation", slot).ok();
            CutOff.before(write + 1);
            first.step(first.counterpart, "acceptance", "");
            reached = CutOff.mend();
            ConversationsUnderTest.clock().advance(Duration.ofSeconds(11));
            HttpAnswer answer = second.step(second.counterpart, "acceptance", "");
            assertThat(answer.status()).as("write %s", write).isEqualTo(reached ? 200 : 409);
            assertThat(first.step(first.counterpart, "acceptance", "").status()).isEqualTo(409);
            assertThat(statuses(first, second)).containsOnlyOnce("ACCEPTED");
            all.addAll(List.of(first, second));
            isFair(all);
            (reached ? second : first)
                    .step(first.counterpart, "cancellation", "{'reason':'It can wait'}")
                    .ok();
            (reached ? first : second)
                    .step(first.counterpart, "cancellation", "{'reason':'It can wait'}")
                    .ok();
        }
        assertThat(write).isGreaterThan(3);
    }

    @Test
    void an_acceptance_that_ended_between_two_writes_is_taken_up_by_the_same_command() {
        for (int write = 1; write <= 3; write++) {
            Talk talk = asked("emma");
            talk.step(talk.employee, "invitation", Talk.slot(2)).ok();
            String key = UUID.randomUUID().toString();
            CutOff.before(write);
            talk.counterpart.withIdempotencyKey(key).post("/conversations/" + talk.id + "/acceptance");
            assertThat(CutOff.mend()).isTrue();
            for (int again = 0; again < 2; again++) {
                assertThat(talk.counterpart
                                .withIdempotencyKey(key)
                                .post("/conversations/" + talk.id + "/acceptance")
                                .ok()
                                .text("/status"))
                        .isEqualTo("ACCEPTED");
            }
            talk.step(talk.counterpart, "cancellation", "{'reason':'It can wait'}")
                    .ok();
        }
    }

    @Test
    void steps_of_many_people_at_once_book_nobody_twice() throws Exception {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        Random random = new Random(seed);
        company.joins("emma", "hugo", "iris").joins("finn", "jan", "kim");
        List<String[]> pairs = List.of(
                new String[] {"emma", "mark"},
                new String[] {"finn", "mark"},
                new String[] {"gwen", "mark"},
                new String[] {"hugo", "emma"},
                new String[] {"iris", "emma"},
                new String[] {"jan", "finn"},
                new String[] {"kim", "finn"});
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            String[] pair = pairs.get(i % pairs.size());
            talks.add(Talk.asked(company, pair[0], pair[1]));
        }
        List<Callable<Integer>> steps = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Talk talk = talks.get(random.nextInt(talks.size()));
            TestClient by = random.nextBoolean() ? talk.employee : talk.counterpart;
            String slot = Talk.slot(2 + random.nextInt(2));
            String step = List.of("invitation", "acceptance", "acceptance", "counter-proposal", "decline")
                    .get(random.nextInt(5));
            String body = step.equals("acceptance") ? "" : step.equals("decline") ? "{'reason':'No'}" : slot;
            steps.add(() -> talk.step(by, step, body).status());
        }
        assertThat(atOnce(steps))
                .as("seed %s", seed)
                .contains(200, 409)
                .allMatch(status -> status == 200 || status == 409);
        isFair(talks);
    }

    private Talk asked(String employee) {
        return Talk.asked(company, employee, "mark");
    }

    private static List<String> statuses(Talk... talks) {
        return List.of(talks).stream().map(Talk::status).toList();
    }

    /** Judges the conversations themselves: of one person no two are agreed on for one moment. */
    private void isFair(List<Talk> talks) {
        List<Conversation> agreed = talks.stream()
                .map(talk -> ConversationsUnderTest.conversations()
                        .find(Key.of(company.organisation(), talk.id))
                        .orElseThrow()
                        .state())
                .filter(now -> now.status() == ConversationStatus.ACCEPTED)
                .toList();
        for (Conversation one : agreed) {
            assertThat(agreed)
                    .filteredOn(other -> other.participants()
                                    .sideOf(one.participants().employee())
                                    .isPresent()
                            || other.participants()
                                    .sideOf(one.participants().counterpart())
                                    .isPresent())
                    .filteredOn(other -> slot(other).overlaps(slot(one)))
                    .containsExactly(one);
        }
    }

    private static Slot slot(Conversation now) {
        return now.appointment().requireProposal().slot();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : many.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            many.shutdownNow();
        }
    }
}
