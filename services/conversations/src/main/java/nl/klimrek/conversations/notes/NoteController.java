package nl.klimrek.conversations.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.SharedNote;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.dialogue.view.LookLog;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Notes with a conversation. A note is its author's alone unless shared, and then it lies on the table for both. A private
 * note changes nothing that another can see, not even the conversation's version.
 */
@RestController
@RequestMapping("/api/conversations/{id}/notes")
class NoteController {

    private final Participation participation;
    private final Notebooks notebooks;
    private final LookLog looks;
    private final Roster roster;

    NoteController(Participation participation, Notebooks notebooks, LookLog looks, Roster roster) {
        this.participation = participation;
        this.notebooks = notebooks;
        this.looks = looks;
        this.roster = roster;
    }

    /** @param shared whether the other side may read it; can not be taken back */
    record NewNote(@NotBlank @Size(max = 5000) String text, boolean shared) {}

    /** A note as its reader may see it. @param by absent for a private one; @param writtenAt absent for a shared one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoteView(String id, boolean shared, Side by, String text, Instant writtenAt) {

        static NoteView of(Note own) {
            return new NoteView(own.id(), false, null, own.words().text(), own.writtenAt());
        }

        static NoteView of(SharedNote shared) {
            return new NoteView(shared.id(), true, shared.by(), shared.words().text(), null);
        }
    }

    /** The caller's own notes, and while the relation stands those that either side shared. */
    @GetMapping
    Page<NoteView> list(@PathVariable String id, ListRequest asked, Caller caller) {
        Conversation now = participation.find(caller, id).state();
        Optional<Side> side = participation.sideOf(caller, now);
        List<NoteView> all = new ArrayList<>();
        notebooks.of(caller, id).forEach(own -> all.add(NoteView.of(own)));
        side.ifPresent(reader -> {
            looks.table(caller, now, reader);
            now.preparations().table().notes().forEach(shared -> all.add(NoteView.of(shared)));
        });
        if (side.isEmpty() && all.isEmpty()) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        return Page.of(all, NoteView::id, asked);
    }

    @PostMapping
    ResponseEntity<NoteView> write(
            @PathVariable String id, @Valid @RequestBody NewNote body, Caller caller, MessageContext cause) {
        Words words = Words.of(body.text());
        String note = CommandIdGenerator.newId(cause);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        body.shared()
                                ? share(caller, id, note, words, cause)
                                : keep(caller, id, new Note(note, words, roster.now()), cause));
    }

    /** Lets the other side read a note of one's own; it is then no longer private. */
    @PostMapping("{note}/sharing")
    NoteView share(@PathVariable String id, @PathVariable String note, Caller caller, MessageContext cause) {
        Side side = participation.require(caller, participation.find(caller, id).state());
        Note own = notebooks.find(caller, id, note).orElse(null);
        if (own == null) {
            return already(caller, id, note, side);
        }
        NoteView shared = share(caller, id, note, own.words(), cause);
        notebooks.delete(caller, id, cause, note);
        return shared;
    }

    /** Deletes a private note with its words and their salt. Its author may always, also after leaving the conversation. */
    @PostMapping("{note}/deletion")
    ResponseEntity<Void> delete(
            @PathVariable String id, @PathVariable String note, Caller caller, MessageContext cause) {
        notebooks.delete(caller, id, cause, note);
        return ResponseEntity.noContent().build();
    }

    private NoteView keep(Caller caller, String id, Note note, MessageContext cause) {
        participation.require(caller, participation.find(caller, id).state());
        notebooks.save(caller, id, cause, note);
        return notebooks
                .find(caller, id, note.id())
                .map(NoteView::of)
                .orElseThrow(() -> new RefusedException(Refusal.of("note-unknown")));
    }

    private NoteView share(Caller caller, String id, String note, Words words, MessageContext cause) {
        Conversation now = participation
                .take(caller, id, cause, (open, side) -> open.shareNote(new SharedNote(note, side, words)))
                .state();
        return now.preparations().table().notes().stream()
                .filter(one -> one.id().equals(note))
                .map(NoteView::of)
                .findFirst()
                .orElseThrow();
    }

    /** A note that was shared before is answered as it is; any other is not there. */
    private NoteView already(Caller caller, String id, String note, Side side) {
        return participation.find(caller, id).state().preparations().table().notes().stream()
                .filter(one -> one.id().equals(note) && one.by() == side)
                .map(NoteView::of)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.of("note-unknown")));
    }
}
