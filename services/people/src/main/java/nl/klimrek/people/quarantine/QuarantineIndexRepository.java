package nl.klimrek.people.quarantine;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.StableId;
import org.jspecify.annotations.Nullable;

/**
 * Finds quarantined items by record id and by employee number. It only proposes candidates; readers check the items
 * themselves.
 */
public final class QuarantineIndexRepository {

    private static final QuarantineIndex EMPTY = new QuarantineIndex(List.of());

    private final AggregateStore<QuarantineIndex> indexes;

    public QuarantineIndexRepository(AggregateStore<QuarantineIndex> indexes) {
        this.indexes = indexes;
    }

    /** Adds an item before it is stored, so that it can be found from then on. */
    void note(Organisation organisation, QuarantineCandidate candidate) {
        change(byRecord(organisation, candidate.source(), candidate.record()), known -> known.with(candidate.id()));
        noteNumber(organisation, candidate.source(), candidate.content().number(), candidate.id());
    }

    /** Adds an item under its employee number; does nothing when that is unknown. */
    void noteNumber(Organisation organisation, @Nullable String source, @Nullable String number, String item) {
        if (number != null) {
            change(byNumber(organisation, source, number), known -> known.with(item));
        }
    }

    List<String> ofRecord(Organisation organisation, String source, String record) {
        return items(byRecord(organisation, source, record));
    }

    List<String> ofNumber(Organisation organisation, String source, String number) {
        return items(byNumber(organisation, source, number));
    }

    /** Removes closed items, so that later records of this person are not compared with them. */
    void forget(Organisation organisation, String source, String number, List<String> closed) {
        change(byNumber(organisation, source, number), known -> known.without(closed));
    }

    private List<String> items(Key key) {
        return indexes.find(key)
                .map(Versioned::state)
                .map(QuarantineIndex::items)
                .orElse(List.of());
    }

    private void change(Key key, UnaryOperator<QuarantineIndex> step) {
        indexes.handle(key, MessageContext.system("people"), (Optional<QuarantineIndex> known) -> {
            QuarantineIndex before = known.orElse(EMPTY);
            QuarantineIndex after = step.apply(before);
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        });
    }

    private static Key byRecord(Organisation organisation, @Nullable String source, String record) {
        return Key.of(organisation, StableId.of("record", source == null ? "" : source, record));
    }

    private static Key byNumber(Organisation organisation, @Nullable String source, String number) {
        return Key.of(organisation, StableId.of("number", source == null ? "" : source, number));
    }
}
