package nl.klimrek.journal.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.journal.chain.ChainEntry;

/**
 * A text with its salt, as its owner downloads it.
 *
 * @param salt 16 bytes, in hex
 * @param text the text
 */
public record SaltedText(String salt, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");

    /** Reads the file of a text; empty when it is none. */
    public static Optional<SaltedText> read(String file) {
        try {
            JsonNode node = JSON.readTree(file);
            boolean readable = node.path("text").isTextual()
                    && SALT.matcher(node.path("salt").asText()).matches();
            return readable
                    ? Optional.of(new SaltedText(
                            node.path("salt").asText(), node.path("text").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** Whether a step commits to this text: a member of its data is the hash. */
    public boolean isCommittedBy(ChainEntry entry) {
        if (entry.content().data() == null) {
            return false;
        }
        try {
            String hash = Commitment.of(salt, text).hash();
            JsonNode data = JSON.readTree(entry.content().data());
            return StreamSupport.stream(data.spliterator(), false)
                    .anyMatch(member -> member.asText().equals(hash));
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }
}
