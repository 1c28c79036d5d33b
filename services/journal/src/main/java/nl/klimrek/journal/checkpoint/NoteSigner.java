package nl.klimrek.journal.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.SignedNote;
import nl.klimrek.journal.note.TreeCheckpoint;

/** Signs the size and root of each organisation's tree as a note. The organisation is part of the note's first line. */
final class NoteSigner {

    private final CheckpointSigningKey key;
    private final String logOrigin;

    NoteSigner(CheckpointSigningKey key, String logOrigin) {
        this.key = key;
        this.logOrigin = logOrigin;
    }

    /** The key that verifies the notes of an organisation. */
    NoteKey key(Organisation organisation) {
        return NoteKey.of(origin(organisation), Base64.getDecoder().decode(key.publicKey()));
    }

    /** The note of the tree at this head; empty while a migration has not added all entries to it. */
    Optional<String> sign(ChainHead head) {
        if (!head.hasTree()) {
            return Optional.empty();
        }
        String text = new TreeCheckpoint(
                        origin(head.organisation()),
                        head.position(),
                        head.tree().root())
                .text();
        return Optional.of(sign(head.organisation(), text));
    }

    /** The note of a text, whose first line says what it is. */
    String sign(Organisation organisation, String text) {
        byte[] signature = Base64.getDecoder().decode(key.sign(text.getBytes(StandardCharsets.UTF_8)));
        return SignedNote.write(text, key(organisation), signature);
    }

    private String origin(Organisation organisation) {
        return logOrigin + "/" + organisation.value();
    }
}
