package nl.klimrek.conversations.dialogue.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.NoteDeleted;
import nl.klimrek.contracts.conversations.NoteSaved;
import nl.klimrek.eventing.Decision;

/**
 * The private notes of one author about one conversation. The key begins with the author, so a caller reaches only
 * their own. A deleted note is gone with its salt, and its published commitment proves nothing any more.
 *
 * @param author person id of its only reader
 * @param conversation what it goes with
 * @param notes oldest first, at most {@link #MAX_NOTES}
 */
public record Notebook(String author, String conversation, List<PrivateNote> notes) {

    static final int MAX_NOTES = 100;

    public Notebook {
        notes = List.copyOf(notes);
    }

    static Notebook empty(String author, String conversation) {
        return new Notebook(author, conversation, List.of());
    }

    /** Keeps a note. */
    Decision<Notebook> save(PrivateNote note) {
        if (find(note.id()).isPresent()) {
            return Decision.unchanged();
        }
        if (notes.size() >= MAX_NOTES) {
            return Decision.refuse("notes-full", "most", MAX_NOTES);
        }
        List<PrivateNote> more = new ArrayList<>(notes);
        more.add(note);
        return Decision.accept(
                new Notebook(author, conversation, more),
                new NoteSaved(
                        note.id(),
                        author,
                        conversation,
                        note.words().commitment().hash()));
    }

    /** Deletes a note with its words and their salt. */
    Decision<Notebook> delete(String note) {
        if (find(note).isEmpty()) {
            return Decision.refuse("note-unknown");
        }
        return Decision.accept(
                new Notebook(
                        author,
                        conversation,
                        notes.stream().filter(one -> !one.id().equals(note)).toList()),
                new NoteDeleted(note, author, conversation));
    }

    /** Deletes all notes with their words and salts. */
    Decision<Notebook> deleteAll() {
        return notes.isEmpty()
                ? Decision.unchanged()
                : Decision.accept(
                        empty(author, conversation),
                        notes.stream()
                                .map(note -> new NoteDeleted(note.id(), author, conversation))
                                .toList());
    }

    Optional<PrivateNote> find(String note) {
        return notes.stream().filter(one -> one.id().equals(note)).findFirst();
    }
}
