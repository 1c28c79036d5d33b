package nl.klimrek.journal.resume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.RecordedEvent;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.checkpoint.CheckpointSignatures;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import org.jspecify.annotations.Nullable;

/**
 * The signed statement of a resume entry: which entries of an earlier chain were published, and lost by a restore.
 *
 * @param after position of the entry before it
 * @param head hash of that entry
 * @param lostFrom first position that was lost; not after this entry, and before it when the restored chain was appended to
 * @param lostTo highest published position of the earlier chain
 * @param published position of the last published checkpoint of the earlier chain
 * @param publishedHead its hash
 * @param publicKey X.509 encoding of the signing key, base64
 * @param signature over organisation and all of the above but the key, base64
 */
public record ResumeStatement(
        long after,
        String head,
        long lostFrom,
        long lostTo,
        long published,
        String publishedHead,
        String publicKey,
        String signature) {

    private static final String TAG = "klimrek.journal.resume.v1\n";
    private static final String SOURCE = "/klimrek/journal";
    private static final String SUBJECT = "journal";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Signs the statement that this loss is resumed after. */
    static ResumeStatement sign(LostEntries lost, CheckpointSigningKey key) {
        ChainHead restored = lost.restored();
        ResumeStatement unsigned = new ResumeStatement(
                restored.position(),
                restored.hash().hex(),
                lost.lostFrom(),
                lost.lostTo(),
                lost.last().position(),
                lost.last().head(),
                key.publicKey(),
                "");
        return new ResumeStatement(
                unsigned.after,
                unsigned.head,
                unsigned.lostFrom,
                unsigned.lostTo,
                unsigned.published,
                unsigned.publishedHead,
                unsigned.publicKey,
                key.sign(unsigned.signed(restored.organisation())));
    }

    /** The identity of the entry that resumes after a published checkpoint, by which it is written once. */
    static String identity(String publishedHead) {
        return SOURCE + "#" + id(publishedHead);
    }

    private static String id(String publishedHead) {
        return "resumed:" + publishedHead;
    }

    /** The statement as an entry. */
    NewEntry entry(Instant now) {
        RecordedEvent event = new RecordedEvent(
                id(publishedHead),
                RecordedEvent.RESUMED,
                SOURCE,
                Topics.JOURNAL_CHECKPOINTS,
                SUBJECT,
                0,
                now.truncatedTo(ChronoUnit.MILLIS),
                "system:operator",
                null,
                null,
                SUBJECT);
        Set<TimelineKey> timelines = Set.of(
                new TimelineKey(TimelineKey.Kind.SUBJECT, SUBJECT), new TimelineKey(TimelineKey.Kind.PERSON, SUBJECT));
        return new NewEntry(event, EntryContent.of(json(this)), timelines);
    }

    /** Whether an entry is a resume entry. An event from a topic under this type has no data here, so it is none. */
    public static boolean isIn(ChainEntry entry) {
        return RecordedEvent.RESUMED.equals(entry.event().type())
                && entry.content().kind() == EntryContent.Kind.FACT;
    }

    /**
     * The statement of a resume entry; empty when it is not valid: not readable, about another organisation or another
     * place in the chain, or with a signature that its key did not make.
     *
     * @param previous hash of the entry before it
     */
    public static Optional<ResumeStatement> validIn(ChainEntry entry, Hash previous, Organisation organisation) {
        return parse(entry.content().data())
                .filter(statement -> statement.after == entry.position() - 1
                        && statement.head.equals(previous.hex())
                        && statement.lostFrom <= entry.position()
                        && statement.lostFrom <= statement.published
                        && statement.published <= statement.lostTo
                        && entry.event().id().equals(id(statement.publishedHead)))
                .filter(statement -> CheckpointSignatures.valid(
                        statement.publicKey, statement.signed(organisation), statement.signature));
    }

    /** Id of the signing key. */
    public Optional<String> keyId() {
        return CheckpointSignatures.keyId(publicKey);
    }

    private static Optional<ResumeStatement> parse(@Nullable String data) {
        if (data == null) {
            return Optional.empty();
        }
        try {
            ResumeStatement statement = JSON.readValue(data, ResumeStatement.class);
            byte[] canonical = json(statement);
            return new String(canonical, StandardCharsets.UTF_8).equals(data)
                    ? Optional.of(statement)
                    : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException none) {
            return Optional.empty();
        }
    }

    private byte[] signed(Organisation organisation) {
        byte[] name = organisation.value().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(TAG.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(name.length);
            out.write(name);
            out.writeLong(after);
            out.write(new Hash(head).bytes());
            out.writeLong(lostFrom);
            out.writeLong(lostTo);
            out.writeLong(published);
            out.write(new Hash(publishedHead).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] json(ResumeStatement statement) {
        try {
            return JSON.writeValueAsBytes(statement);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a statement can be written as JSON", e);
        }
    }
}
