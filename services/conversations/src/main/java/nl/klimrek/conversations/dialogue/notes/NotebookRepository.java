package nl.klimrek.conversations.dialogue.notes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.marker.CommandKeyReusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.stereotype.Component;

/** The caller's own notebooks; there is no way to name another author. */
@Component
class NotebookRepository {

    private final AggregateStore<Notebook> notebooks;

    NotebookRepository(AggregateStoreFactory stores) {
        this.notebooks = stores.create(new AggregateType<>("notebooks", Notebook.class, Notebook::author));
    }

    /** The caller's notes on a conversation, oldest first. */
    List<PrivateNote> of(Caller caller, String conversation) {
        return notebooks
                .find(key(caller, conversation))
                .map(found -> found.state().notes())
                .orElse(List.of());
    }

    /** One of them. */
    Optional<PrivateNote> find(Caller caller, String conversation, String note) {
        return of(caller, conversation).stream()
                .filter(one -> one.id().equals(note))
                .findFirst();
    }

    /**
     * Keeps a note and returns it as it is kept; empty if it was deleted since. The request's fingerprint is not remembered with its key: it is a hash of the words without a salt, and
     * would outlive them. That a key was used for other words shows from the words themselves.
     *
     * @throws CommandKeyReusedException when the note that this key made says something else
     */
    Optional<PrivateNote> save(Caller caller, String conversation, MessageContext context, PrivateNote note) {
        MessageContext wordless = context.withMarker(new MessageContext.Marker.Command(note.id(), "note"));
        Optional<PrivateNote> kept =
                change(caller, conversation, wordless, book -> book.save(note)).find(note.id());
        if (kept.filter(other -> !other.words().text().equals(note.words().text()))
                .isPresent()) {
            throw new CommandKeyReusedException();
        }
        return kept;
    }

    /** Deletes a note with its words and their salt; refused with {@code note-unknown} when there is none. */
    void delete(Caller caller, String conversation, MessageContext context, String note) {
        change(caller, conversation, context, book -> book.delete(note));
    }

    /** Deletes all notes of an author on a conversation. */
    void deleteAll(Organisation organisation, String author, String conversation, MessageContext context) {
        notebooks.handle(
                Key.of(organisation, author + ":" + conversation),
                context,
                found -> found.map(Notebook::deleteAll).orElseGet(Decision::unchanged));
    }

    private Notebook change(
            Caller caller, String conversation, MessageContext context, Function<Notebook, Decision<Notebook>> step) {
        MessageContext anyVersion = new MessageContext(
                context.actor(),
                context.correlationId(),
                context.causationId(),
                context.traceparent(),
                context.marker(),
                OptionalLong.empty());
        return notebooks
                .handle(
                        key(caller, conversation),
                        anyVersion,
                        found -> step.apply(found.orElseGet(() -> Notebook.empty(caller.person(), conversation))))
                .state();
    }

    private static Key key(Caller caller, String conversation) {
        return Key.of(caller.organisation(), caller.person() + ":" + conversation);
    }
}
