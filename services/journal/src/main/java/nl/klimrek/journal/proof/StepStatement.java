package nl.klimrek.journal.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.export.ExportFormat;

/**
 * What a proof says of its step, as the extra data of a tlog-proof: two lines of JSON, each with exactly one valid text. From the
 * entry and the hash before it anybody can compute the leaf.
 *
 * @param organisation whose journal it is
 * @param previous hash of the entry before; the genesis hash for the first
 * @param entry the entry
 */
public record StepStatement(Organisation organisation, Hash previous, ChainEntry entry) {

    private static final String FORMAT = "klimrek-journal-step";
    private static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** First line; the second is that of the entry in an export. */
    record Begin(String format, int version, String organisation, String previous) {}

    /** The two lines. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(begin());
        bytes.writeBytes(ExportFormat.entry(entry));
        return bytes.toByteArray();
    }

    private byte[] begin() {
        try {
            byte[] json = JSON.writeValueAsBytes(new Begin(FORMAT, VERSION, organisation.value(), previous.hex()));
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a line can be written as JSON", e);
        }
    }

    /** Reads the two lines; empty when they are not their one valid text. */
    public static Optional<StepStatement> read(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length) {
            return Optional.empty();
        }
        byte[] first = Arrays.copyOf(bytes, end);
        return ExportFormat.readEntry(Arrays.copyOfRange(bytes, end + 1, bytes.length))
                .flatMap(entry -> statement(first, entry))
                .filter(statement -> Arrays.equals(statement.bytes(), bytes));
    }

    private static Optional<StepStatement> statement(byte[] first, ChainEntry entry) {
        try {
            Begin begin = JSON.readValue(first, Begin.class);
            return begin != null && FORMAT.equals(begin.format()) && begin.version() == VERSION
                    ? Optional.of(new StepStatement(
                            new Organisation(begin.organisation()), new Hash(begin.previous()), entry))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | NullPointerException noStatement) {
            return Optional.empty();
        }
    }
}
