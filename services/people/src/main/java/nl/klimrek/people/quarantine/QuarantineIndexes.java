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
import nl.klimrek.people.person.StableId;

/** Finds items in quarantine by what the record said about itself. It only proposes: the items themselves are asked. */
public final class QuarantineIndexes {

    private static final QuarantineIndex EMPTY = new QuarantineIndex(List.of());

    private final AggregateStore<QuarantineIndex> indexes;

    public QuarantineIndexes(AggregateStore<QuarantineIndex> indexes) {
        this.indexes = indexes;
    }

    /** Notes an item, before it is stored, so that it can be found from then on. */
    void note(Organisation organisation, Suspect suspect) {
        change(byRecord(organisation, suspect.source(), suspect.record()), known -> known.with(suspect.id()));
        noteNumber(organisation, suspect.source(), suspect.content().number(), suspect.id());
    }

    /** Notes about whom an item is; nothing where that is unknown. */
    void noteNumber(Organisation organisation, String source, String number, String item) {
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

    /** Forgets closed items, so that later records of this person are not compared with them. */
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

    private static Key byRecord(Organisation organisation, String source, String record) {
        return Key.of(organisation, StableId.of("record", source == null ? "" : source, record));
    }

    private static Key byNumber(Organisation organisation, String source, String number) {
        return Key.of(organisation, StableId.of("number", source == null ? "" : source, number));
    }
}
