package nl.klimrek.benchmarks.pipeline;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the commands that the driver sends to the store. */
class StoreCommandCounter implements CommandListener {

    private final AtomicLong sent = new AtomicLong();

    long sent() {
        return sent.get();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        sent.incrementAndGet();
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        // A failed command is a round trip too; it was counted at its start.
    }
}
