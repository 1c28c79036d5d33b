package nl.klimrek.acceptance.chaos;

import com.mongodb.MongoException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.klimrek.acceptance.chaos.CounterCatalogue.Counter;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.eventing.outbox.OutboxFullException;

/** Callers that send commands until told to stop. A caller without an answer retries elsewhere with the same key, or gives up. */
final class CommandLoad {

    private static final int MAX_TRIES = 4;
    private static final int FAVOURITES = 12;
    private static final int COMMANDS_PER_FAVOURITES = 1_000;

    private final ChaosOptions options;
    private final Fleet fleet;
    private final GuaranteeRecorder recorder;
    private final CountDownLatch enough;

    CommandLoad(ChaosOptions options, Fleet fleet, GuaranteeRecorder recorder, CountDownLatch enough) {
        this.options = options;
        this.fleet = fleet;
        this.recorder = recorder;
        this.enough = enough;
    }

    /** Runs one caller. */
    void call(int caller) throws InterruptedException {
        Random random = new Random(options.seed() + caller);
        long pauseMicros = TimeUnit.SECONDS.toMicros(options.callers()) / options.perSecond();
        for (long n = 0; !enough.await(random.nextInt((int) (2 * pauseMicros)), TimeUnit.MICROSECONDS); n++) {
            int which = random.nextInt(10) == 0 ? favourite(random) : random.nextInt(options.aggregates());
            command("c" + caller + "-" + n, which, random);
        }
    }

    /** A counter that many callers raise at once; the set changes after a while. */
    private int favourite(Random random) {
        long rotation = recorder.acknowledged() / COMMANDS_PER_FAVOURITES;
        return (int) ((rotation * FAVOURITES + random.nextInt(FAVOURITES)) % options.aggregates());
    }

    private void command(String command, int which, Random random) throws InterruptedException {
        Key key = Key.of(ChaosEnvironment.ORGANISATION, "n" + which);
        for (int tries = 1 + random.nextInt(MAX_TRIES); tries > 0; tries--) {
            long begun = recorder.versions.now();
            try {
                Versioned<Counter> answer =
                        fleet.get(random.nextInt(fleet.size())).raise(key, "o" + which % options.owners(), command);
                recorder.acknowledged(command, begun, key.value(), answer.version());
                return;
            } catch (InstanceCrash | MongoException | OutboxFullException | ContentionException e) {
                recorder.unanswered();
                enough.await(random.nextInt(40), TimeUnit.MILLISECONDS);
            }
        }
    }
}
