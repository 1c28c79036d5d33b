package nl.klimrek.journal.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.checkpoint.Checkpoint;

/**
 * The lines of an export (newline-delimited JSON): a header, one line for each entry, and a signed checkpoint. Each has
 * exactly one valid text. A line with the same content in other bytes is refused, so no byte of an export can be changed.
 */
public final class ExportFormat {

    static final String FORMAT = "klimrek-journal-export";
    static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ExportFormat() {}

    /** First line. */
    record Begin(String format, int version, String organisation) {}

    /** Content of the last line. */
    public record Signed(
            long position, String head, String algorithm, String keyId, String publicKey, String signature) {}

    /** Last line. */
    record End(Signed checkpoint) {}

    /** The first line. */
    public static byte[] begin(Organisation organisation) {
        return line(new Begin(FORMAT, VERSION, organisation.value()));
    }

    /** The line of an entry. */
    public static byte[] entry(ChainEntry entry) {
        return line(ExportedEntry.of(entry));
    }

    /** The last line. */
    public static byte[] end(Checkpoint checkpoint, String publicKey) {
        return line(new End(new Signed(
                checkpoint.position(),
                checkpoint.head(),
                checkpoint.algorithm(),
                checkpoint.keyId(),
                publicKey,
                checkpoint.signature())));
    }

    /** Whether a line is the last one, by its first letters. */
    public static boolean isEnd(byte[] line) {
        return line.length > 13 && line[2] == 'c' && line[3] == 'h';
    }

    /** The organisation that the first line names; empty when it is not the one valid text of a first line. */
    public static Optional<Organisation> readBegin(byte[] line) {
        return read(line, Begin.class)
                .filter(begin -> FORMAT.equals(begin.format()) && begin.version() == VERSION)
                .flatMap(begin -> attempt(() -> new Organisation(begin.organisation())));
    }

    /** The entry of a line; empty when it is not the one valid text of an entry. */
    public static Optional<ChainEntry> readEntry(byte[] line) {
        return read(line, ExportedEntry.class)
                .flatMap(exported -> attempt(exported::entry))
                .filter(entry -> Arrays.equals(entry(entry), line));
    }

    /** The content of the last line; empty when it is not its one valid text. */
    public static Optional<Signed> readEnd(byte[] line) {
        return read(line, End.class).map(End::checkpoint);
    }

    /** The value; empty when the line is not its one valid text. */
    private static <T> Optional<T> read(byte[] line, Class<T> type) {
        try {
            T value = JSON.readValue(line, type);
            return value != null && Arrays.equals(line(value), line) ? Optional.of(value) : Optional.empty();
        } catch (IOException notThat) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> attempt(Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException | NullPointerException | DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static byte[] line(Object value) {
        try {
            byte[] json = JSON.writeValueAsBytes(value);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a line can be written as JSON", e);
        }
    }
}
