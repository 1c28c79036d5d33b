package nl.klimrek.journal.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.Hash;

/**
 * Commits to names and addresses with the salt in their record. The holder of the record can prove that it was journalled.
 * After a tombstone the salt and the names are gone, and the hash reveals nothing.
 */
final class DirectoryCommitment {

    private static final String SALT = "salt";
    private static final Pattern SALT_FORM = Pattern.compile("[0-9a-f]{32}");
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DirectoryCommitment() {}

    /**
     * The commitment to a directory event's data without its salt, as JSON with members in order of name and no white
     * space. Data without a usable salt gets a random one that nobody keeps, so it can neither be proven nor guessed.
     */
    static EntryContent of(byte[] data) {
        try {
            Map<String, Object> members = CANONICAL.readValue(data, MEMBERS);
            if (members != null
                    && members.remove(SALT) instanceof String salt
                    && SALT_FORM.matcher(salt).matches()) {
                return committed(Commitment.of(salt, canonical(members)));
            }
            return unprovable(data);
        } catch (IOException noObject) {
            return unprovable(data);
        }
    }

    private static EntryContent unprovable(byte[] data) {
        return committed(Commitment.to(HexFormat.of().formatHex(data)));
    }

    private static EntryContent committed(Commitment commitment) {
        return EntryContent.ofCommitment(new Hash(commitment.hash()));
    }

    private static String canonical(Map<String, Object> members) throws JsonProcessingException {
        return new String(CANONICAL.writeValueAsBytes(members), StandardCharsets.UTF_8);
    }
}
