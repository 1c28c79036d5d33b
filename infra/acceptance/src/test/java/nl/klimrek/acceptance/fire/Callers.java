package nl.klimrek.acceptance.fire;

import com.mongodb.MongoException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.klimrek.acceptance.fire.Counters.Counter;
import nl.klimrek.eventing.ContentionException;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.OutboxFullException;
import nl.klimrek.eventing.Versioned;

/** Give commands until they are told that it is enough; who hears nothing tries again elsewhere, under the same key, or gives up. */
final class Callers {

    private static final int MOST_TRIES = 4;
    private static final int FAVOURITES = 12;
    private static final int COMMANDS_A_FASHION = 1_000;

    private final FireOptions options;
    private final Fleet fleet;
    private final Witness witness;
    private final CountDownLatch enough;

    Callers(FireOptions options, Fleet fleet, Witness witness, CountDownLatch enough) {
        this.options = options;
        this.fleet = fleet;
        this.witness = witness;
        this.enough = enough;
    }

    /** The life of one caller. */
    void call(int caller) throws InterruptedException {
        Random random = new Random(options.seed() + caller);
        long pauseMicros = TimeUnit.SECONDS.toMicros(options.callers()) / options.perSecond();
        for (long n = 0; !enough.await(random.nextInt((int) (2 * pauseMicros)), TimeUnit.MICROSECONDS); n++) {
            int which = random.nextInt(10) == 0 ? favourite(random) : random.nextInt(options.aggregates());
            command("c" + caller + "-" + n, which, random);
        }
    }

    /** Some counters are raised by everybody at once, and after a while others. */
    private int favourite(Random random) {
        long fashion = witness.acknowledged() / COMMANDS_A_FASHION;
        return (int) ((fashion * FAVOURITES + random.nextInt(FAVOURITES)) % options.aggregates());
    }

    private void command(String command, int which, Random random) throws InterruptedException {
        Key key = Key.of(Setting.ORGANISATION, "n" + which);
        for (int tries = 1 + random.nextInt(MOST_TRIES); tries > 0; tries--) {
            long begun = witness.versions.now();
            try {
                Versioned<Counter> answer =
                        fleet.get(random.nextInt(fleet.size())).raise(key, "o" + which % options.owners(), command);
                witness.acknowledged(command, begun, key.value(), answer.version());
                return;
            } catch (Crash | MongoException | OutboxFullException | ContentionException e) {
                witness.unanswered();
                enough.await(random.nextInt(40), TimeUnit.MILLISECONDS);
            }
        }
    }
}
