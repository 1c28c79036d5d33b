package nl.klimrek.journal.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.journal.DiscardReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.journal.parked.FoundDeadLetter;
import nl.klimrek.journal.parked.ParkedRecordFinder;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;

/** Carries out the commands and queries on dead letters. */
final class DeadLetterService {

    private static final int BATCH_SIZE = 200;

    private final AggregateStore<DeadLetter> letters;
    private final WaitingDeadLetters waiting;
    private final ParkedRecordFinder records;
    private final ErasureLookup erasures;

    DeadLetterService(
            AggregateStore<DeadLetter> letters,
            WaitingDeadLetters waiting,
            ParkedRecordFinder records,
            ErasureLookup erasures) {
        this.letters = letters;
        this.waiting = waiting;
        this.records = records;
        this.erasures = erasures;
    }

    /** Adds a parked record to the dead letters. A repetition changes nothing. */
    void park(FoundDeadLetter found) {
        String correlation = found.correlation() == null ? UUID.randomUUID().toString() : found.correlation();
        MessageContext cause = new MessageContext(
                "system:journal",
                correlation,
                found.parked().eventId(),
                null,
                new MessageContext.Marker.None(),
                OptionalLong.empty());
        letters.handle(
                Key.of(found.organisation(), found.id()),
                cause,
                before -> DeadLetter.park(before, found.id(), found.origin(), found.parked()));
        updateWaiting(found.organisation(), found.id());
    }

    /** Updates the list of waiting dead letters. An unknown one does not wait: a restored store may lack it until it is read again. */
    void updateWaiting(Organisation organisation, String id) {
        waiting.update(
                organisation,
                id,
                known(organisation, id).filter(DeadLetter::waits).isPresent());
    }

    Optional<DeadLetter> known(Organisation organisation, String id) {
        return letters.find(Key.of(organisation, id)).map(Versioned::state);
    }

    /** @throws RefusedException when the organisation has none of this id */
    Versioned<DeadLetter> find(Organisation organisation, String id) {
        return letters.find(Key.of(organisation, id))
                .orElseThrow(() -> new RefusedException(Refusal.of("dead-letter-unknown")));
    }

    /** The waiting dead letters, oldest first. */
    Page<DeadLetter> waiting(Organisation organisation, ListRequest request) {
        List<String> ids = waiting.ids(organisation).stream()
                .filter(id -> request.after() == null || id.compareTo(request.after()) > 0)
                .toList();
        List<DeadLetter> found = new ArrayList<>();
        for (int from = 0; from < ids.size() && found.size() <= request.limit(); from += BATCH_SIZE) {
            found.addAll(read(organisation, ids.subList(from, Math.min(ids.size(), from + BATCH_SIZE))));
        }
        boolean hasNext = found.size() > request.limit();
        List<DeadLetter> shown = hasNext ? found.subList(0, request.limit()) : found;
        return new Page<>(shown, hasNext ? shown.get(shown.size() - 1).id() : null);
    }

    /** Number of waiting dead letters. */
    int countWaiting(Organisation organisation) {
        return waiting.ids(organisation).size();
    }

    /**
     * Replays a dead letter once, whatever the number of requests.
     *
     * @throws RefusedException {@code dead-letter-discarded}; {@code dead-letter-expired} when its topic no longer has it;
     *     {@code dead-letter-erased} when it would restore an erased name
     */
    Versioned<DeadLetter> replay(Organisation organisation, String id, MessageContext cause) {
        DeadLetter known = find(organisation, id).state();
        if (known.waits()) {
            requireNotErased(
                    organisation,
                    known,
                    records.find(known.origin(), known.parked())
                            .orElseThrow(() -> new RefusedException(Refusal.of("dead-letter-expired")))
                            .key());
        }
        return handle(organisation, id, cause, DeadLetter::replay);
    }

    /** Discards a dead letter for good. @throws RefusedException {@code dead-letter-replayed} when it was replayed */
    Versioned<DeadLetter> discard(Organisation organisation, String id, DiscardReason reason, MessageContext cause) {
        find(organisation, id);
        return handle(organisation, id, cause, letter -> letter.discard(reason));
    }

    /** Discards a replayed record that its topic no longer has. */
    void expire(Organisation organisation, String id, int attempt) {
        handle(organisation, id, MessageContext.system("journal"), letter -> letter.expire(attempt));
    }

    /** Refuses the replay of an erased person's directory record. The journal has erasures by the record's key. */
    private void requireNotErased(Organisation organisation, DeadLetter letter, byte @Nullable [] key) {
        if (letter.origin().topic().equals(Topics.DIRECTORY)
                && letter.parked().bytes() >= 0
                && key != null
                && erasures.contains(
                        organisation, new String(key, StandardCharsets.UTF_8).replaceFirst("^[^/]*/", ""))) {
            throw new RefusedException(Refusal.of("dead-letter-erased"));
        }
    }

    private Versioned<DeadLetter> handle(
            Organisation organisation,
            String id,
            MessageContext cause,
            Function<DeadLetter, Decision<DeadLetter>> decide) {
        return letters.handle(
                Key.of(organisation, id), cause, letter -> letter.map(decide).orElseGet(Decision::unchanged));
    }

    private List<DeadLetter> read(Organisation organisation, List<String> ids) {
        Map<Key, Versioned<DeadLetter>> found = letters.findAllByKey(
                ids.stream().map(id -> Key.of(organisation, id)).toList());
        return ids.stream()
                .map(id -> found.get(Key.of(organisation, id)))
                .filter(letter -> letter != null && letter.state().waits())
                .map(Versioned::state)
                .toList();
    }
}
