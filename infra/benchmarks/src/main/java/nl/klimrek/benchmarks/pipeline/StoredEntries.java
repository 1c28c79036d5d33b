package nl.klimrek.benchmarks.pipeline;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.journal.store.entry.EntryRepository;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Sees the journal's inserts of entries go out, and tells the journey when the store has answered them. */
final class StoredEntries extends StoreCommandCounter {

    private final Map<Integer, List<Integer>> underWay = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Journey> journey = new AtomicReference<>();

    void begin(Journey next) {
        journey.set(next);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        super.commandStarted(event);
        Journey current = journey.get();
        if (current == null
                || !event.getCommandName().equals("insert")
                || !event.getCommand().getString("insert").getValue().equals(EntryRepository.COLLECTION)) {
            return;
        }
        List<Integer> commands = new ArrayList<>();
        for (BsonValue value : event.getCommand().getArray("documents")) {
            BsonDocument entry = value.asDocument();
            if (entry.getString("_id").getValue().startsWith(current.name() + "/")) {
                commands.add(current.command(
                        entry.getString("subject").getValue(),
                        entry.getNumber("sequence").longValue()));
            }
        }
        underWay.put(event.getRequestId(), commands);
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        List<Integer> commands = underWay.remove(event.getRequestId());
        if (commands != null) {
            long now = System.nanoTime();
            Journey current = Objects.requireNonNull(journey.get());
            commands.forEach(command -> current.arrived(command, now));
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        underWay.remove(event.getRequestId());
    }
}
