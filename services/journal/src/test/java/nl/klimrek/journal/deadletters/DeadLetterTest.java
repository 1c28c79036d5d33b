package nl.klimrek.journal.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.klimrek.contracts.journal.DeadLetterDiscarded;
import nl.klimrek.contracts.journal.DeadLetterParked;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.contracts.journal.DiscardReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.journal.deadletters.DeadLetter.Status;
import nl.klimrek.journal.parked.OriginalPosition;
import nl.klimrek.journal.parked.ParkedRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final OriginalPosition ORIGIN = new OriginalPosition("klimrek.people.v1", "insights", 1, 7, 1000);

    @Test
    void parked_twice_is_parked_once() {
        DeadLetter letter = parked();
        assertThat(park(letter, 0)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void it_is_replayed_once_until_it_fails_again() {
        DeadLetter given = state(parked().replay());
        assertThat(given.status()).isEqualTo(Status.REPLAYED);
        assertThat(given.replay()).isInstanceOf(Decision.Unchanged.class);
        assertThat(park(given, 0)).as("the first parking, heard late").isInstanceOf(Decision.Unchanged.class);

        DeadLetter again = state(park(given, 1));
        assertThat(again.waits()).isTrue();
        assertThat(park(again, 1)).isInstanceOf(Decision.Unchanged.class);
        assertThat(state(again.replay()).attempt()).isEqualTo(2);
    }

    @Test
    void a_discarded_record_stays_discarded() {
        DeadLetter discarded = state(parked().discard(DiscardReason.NOT_OURS));
        assertThat(discarded.replay()).isEqualTo(Decision.refuse("dead-letter-discarded"));
        assertThat(discarded.discard(DiscardReason.MALFORMED)).isInstanceOf(Decision.Unchanged.class);
        assertThat(park(discarded, 0)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void a_replay_cannot_be_undone() {
        assertThat(state(parked().replay()).discard(DiscardReason.NOT_OURS))
                .isEqualTo(Decision.refuse("dead-letter-replayed"));
    }

    @Test
    void a_record_that_its_topic_deleted_is_discarded_as_expired() {
        DeadLetter given = state(parked().replay());
        assertThat(given.expire(2)).as("another time").isInstanceOf(Decision.Unchanged.class);
        assertThat(state(given.expire(1)).discarded()).isEqualTo(DiscardReason.EXPIRED);
    }

    /** In any order of commands, parking and replay alternate, and nothing follows the end. */
    @Test
    void its_events_always_form_a_valid_life_cycle() {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        Random random = new Random(seed);
        for (int life = 0; life < 2_000; life++) {
            Optional<DeadLetter> letter = Optional.empty();
            List<Record> facts = new ArrayList<>();
            for (int step = 0; step < 12; step++) {
                Decision<DeadLetter> decision = letter.isEmpty()
                        ? DeadLetter.park(letter, "id", ORIGIN, parking(0))
                        : any(letter.get(), random);
                if (decision instanceof Decision.Accepted<DeadLetter> accepted) {
                    letter = Optional.of(accepted.state());
                    facts.addAll(accepted.events());
                }
            }
            tellsALife(facts);
        }
    }

    private static Decision<DeadLetter> any(DeadLetter letter, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> letter.replay();
            case 1 -> random.nextInt(5) == 0 ? letter.discard(DiscardReason.TEST_DATA) : letter.replay();
            case 2 -> letter.expire(random.nextInt(12));
            default -> park(letter, random.nextInt(6));
        };
    }

    private static void tellsALife(List<Record> facts) {
        int given = 0;
        for (int i = 0; i < facts.size(); i++) {
            Record fact = facts.get(i);
            if (fact instanceof DeadLetterParked parked) {
                assertThat(parked.attempt()).isEqualTo(given);
                assertThat(i == 0 || facts.get(i - 1) instanceof DeadLetterReplayed)
                        .isTrue();
            } else if (fact instanceof DeadLetterReplayed replayed) {
                assertThat(replayed.attempt()).isEqualTo(++given);
                assertThat(facts.get(i - 1)).isInstanceOf(DeadLetterParked.class);
            } else {
                assertThat(fact).isInstanceOf(DeadLetterDiscarded.class);
                assertThat(i).isEqualTo(facts.size() - 1);
            }
        }
    }

    private static DeadLetter parked() {
        return state(DeadLetter.park(Optional.empty(), "id", ORIGIN, parking(0)));
    }

    private static Decision<DeadLetter> park(DeadLetter before, int attempt) {
        return DeadLetter.park(Optional.of(before), "id", ORIGIN, parking(attempt));
    }

    private static ParkedRecord parking(int attempt) {
        return new ParkedRecord(0, attempt, Instant.EPOCH, "failed-X", attempt, 3, "00", null, null, null);
    }

    private static DeadLetter state(Decision<DeadLetter> decision) {
        return ((Decision.Accepted<DeadLetter>) decision).state();
    }
}
