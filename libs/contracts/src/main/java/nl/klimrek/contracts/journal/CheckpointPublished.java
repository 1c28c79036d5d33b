package nl.klimrek.contracts.journal;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A signed statement of the journal's head, kept outside the journal's own database.
 *
 * @param position entries in the chain
 * @param head hash of the last entry
 * @param algorithm signature algorithm
 * @param keyId id of the signing key
 * @param signature signature over organisation, position and head, base64
 */
@EventContract(type = "nl.klimrek.journal.checkpoint-published.v1", topic = Topics.JOURNAL_CHECKPOINTS)
public record CheckpointPublished(
        long position,
        @StringFormat(StringFormat.Kind.COMMITMENT) String head,
        @StringFormat(StringFormat.Kind.CODE) String algorithm,
        String keyId,
        @StringFormat(StringFormat.Kind.BASE64) String signature) {}
