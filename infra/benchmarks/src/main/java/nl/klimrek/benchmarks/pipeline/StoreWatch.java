package nl.klimrek.benchmarks.pipeline;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.concurrent.atomic.AtomicLong;

/** Counts commands to the store, as the driver sends them. */
class StoreWatch implements CommandListener {

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
        // A command that failed was a round trip too, and was counted when it started.
    }
}
