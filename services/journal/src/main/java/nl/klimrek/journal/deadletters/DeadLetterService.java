package nl.klimrek.journal.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The dead letters of every organisation, and what can be done with them. */
final class DeadLetterService {

    private static final int READ_AT_ONCE = 200;

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

    /** Takes what was parked into the list; however often it is told. */
    void parked(FoundDeadLetter arrival) {
        String correlation = arrival.correlation() == null ? UUID.randomUUID().toString() : arrival.correlation();
        MessageContext cause = new MessageContext(
                "system:journal",
                correlation,
                arrival.parked().eventId(),
                null,
                new MessageContext.Marker.None(),
                OptionalLong.empty());
        letters.handle(
                Key.of(arrival.organisation(), arrival.id()),
                cause,
                before -> DeadLetter.parked(before, arrival.id(), arrival.origin(), arrival.parked()));
        settle(arrival.organisation(), arrival.id());
    }

    /** Lets the list say of a dead letter what it is now. */
    void settle(Organisation organisation, String id) {
        waiting.write(organisation, id, find(organisation, id).state().waits());
    }

    /** @throws RefusedException when the organisation has none of this id */
    Versioned<DeadLetter> find(Organisation organisation, String id) {
        return letters.find(Key.of(organisation, id))
                .orElseThrow(() -> new RefusedException(Refusal.of("dead-letter-unknown")));
    }

    /** What waits, oldest first. */
    Page<DeadLetter> waiting(Organisation organisation, ListRequest asked) {
        List<String> ids = waiting.ids(organisation).stream()
                .filter(id -> asked.after() == null || id.compareTo(asked.after()) > 0)
                .toList();
        List<DeadLetter> found = new ArrayList<>();
        for (int from = 0; from < ids.size() && found.size() <= asked.limit(); from += READ_AT_ONCE) {
            found.addAll(read(organisation, ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE))));
        }
        boolean more = found.size() > asked.limit();
        List<DeadLetter> shown = more ? found.subList(0, asked.limit()) : found;
        return new Page<>(shown, more ? shown.get(shown.size() - 1).id() : null);
    }

    /** How many wait. */
    int waits(Organisation organisation) {
        return waiting.ids(organisation).size();
    }

    /**
     * Gives it again, once, however often and by however many it is asked.
     *
     * @throws RefusedException {@code dead-letter-discarded}; {@code dead-letter-expired} where its topic has forgotten it;
     *     {@code dead-letter-erased} where it would bring back a name that was erased
     */
    Versioned<DeadLetter> replay(Organisation organisation, String id, MessageContext cause) {
        DeadLetter known = find(organisation, id).state();
        if (known.waits()) {
            refuseErased(
                    organisation,
                    known,
                    records.find(known.origin(), known.parked())
                            .orElseThrow(() -> new RefusedException(Refusal.of("dead-letter-expired")))
                            .key());
        }
        return handle(organisation, id, cause, DeadLetter::replay);
    }

    /** Discards it for good. @throws RefusedException {@code dead-letter-replayed} when it was given again */
    Versioned<DeadLetter> discard(Organisation organisation, String id, DiscardReason reason, MessageContext cause) {
        find(organisation, id);
        return handle(organisation, id, cause, letter -> letter.discard(reason));
    }

    /** It was forgotten by its topic between the wish to give it again and the deed. */
    void expired(Organisation organisation, String id, int attempt) {
        handle(organisation, id, MessageContext.system("journal"), letter -> letter.expired(attempt));
    }

    /** The key of a directory record says whose name it is; who was erased is in the journal by that key. */
    private void refuseErased(Organisation organisation, DeadLetter letter, byte[] key) {
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
