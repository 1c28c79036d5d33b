package nl.klimrek.conversations.dialogue.notes;

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
import nl.klimrek.conversations.dialogue.PreparationSteps;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.dialogue.reading.ConversationAccessLog;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Notes with a conversation. Only the author reads a note unless it is shared; then both sides do. A private note
 * changes nothing that others can see, not even the version of the conversation.
 */
@RestController
@RequestMapping("/api/conversations/{id}/notes")
class NoteController {

    private final Participation participation;
    private final NotebookRepository notebooks;
    private final ConversationAccessLog looks;
    private final CurrentRoster roster;

    NoteController(
            Participation participation,
            NotebookRepository notebooks,
            ConversationAccessLog looks,
            CurrentRoster roster) {
        this.participation = participation;
        this.notebooks = notebooks;
        this.looks = looks;
        this.roster = roster;
    }

    /** @param shared whether the other side may read it; cannot be undone */
    record NewNote(@NotBlank @Size(max = 5000) String text, boolean shared) {}

    /** A note as its reader may see it. @param by absent for a private one; @param writtenAt absent for a shared one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoteView(
            String id,
            boolean shared,
            @Nullable Side by,
            String text,
            @Nullable Instant writtenAt) {

        static NoteView of(PrivateNote own) {
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
            now.preparations().agenda().notes().forEach(shared -> all.add(NoteView.of(shared)));
        });
        if (side.isEmpty() && all.isEmpty()) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        return Page.of(all, NoteView::id, asked);
    }

    @PostMapping
    ResponseEntity<NoteView> write(
            @PathVariable String id, @Valid @RequestBody NewNote body, Caller caller, MessageContext context) {
        PrivateText words = PrivateText.of(body.text());
        String note = CommandIdGenerator.newId(context);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        body.shared()
                                ? share(caller, id, note, words, context)
                                : keep(caller, id, new PrivateNote(note, words, roster.now()), context));
    }

    /** Lets the other side read a note of one's own; it is then no longer private. */
    @PostMapping("{note}/sharing")
    NoteView share(@PathVariable String id, @PathVariable String note, Caller caller, MessageContext context) {
        Side side = participation.require(caller, participation.find(caller, id).state());
        PrivateNote own = notebooks.find(caller, id, note).orElse(null);
        if (own == null) {
            return already(caller, id, note, side);
        }
        NoteView shared = share(caller, id, note, own.words(), context);
        notebooks.delete(caller, id, context, note);
        return shared;
    }

    /** Deletes a private note with its words and their salt. Its author may always, also after leaving the conversation. */
    @PostMapping("{note}/deletion")
    ResponseEntity<Void> delete(
            @PathVariable String id, @PathVariable String note, Caller caller, MessageContext context) {
        notebooks.delete(caller, id, context, note);
        return ResponseEntity.noContent().build();
    }

    private NoteView keep(Caller caller, String id, PrivateNote note, MessageContext context) {
        participation.require(caller, participation.find(caller, id).state());
        return notebooks
                .save(caller, id, context, note)
                .map(NoteView::of)
                .orElseThrow(() -> new RefusedException(Refusal.of("note-unknown")));
    }

    private NoteView share(Caller caller, String id, String note, PrivateText words, MessageContext context) {
        Conversation now = participation
                .take(
                        caller,
                        id,
                        context,
                        (open, side) -> PreparationSteps.shareNote(open, new SharedNote(note, side, words)))
                .state();
        return now.preparations().agenda().notes().stream()
                .filter(one -> one.id().equals(note))
                .map(NoteView::of)
                .findFirst()
                .orElseThrow();
    }

    /** A note that was shared before is answered as it is; any other is not there. */
    private NoteView already(Caller caller, String id, String note, Side side) {
        return participation.find(caller, id).state().preparations().agenda().notes().stream()
                .filter(one -> one.id().equals(note) && one.by() == side)
                .map(NoteView::of)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.of("note-unknown")));
    }
}
