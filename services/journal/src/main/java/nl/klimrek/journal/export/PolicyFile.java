package nl.klimrek.journal.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.klimrek.journal.note.TrustPolicy;
import org.jspecify.annotations.Nullable;

/** The file with the keys that somebody accepts: the one they name, or the one that lies beside the file to verify. */
public final class PolicyFile {

    /** Name of the policy beside a proof or a bundle, and of the policy that the portal hands out. */
    public static final String NAME = "klimrek-journal.policy";

    private static final long MAX_BYTES = 1_000_000;

    private PolicyFile() {}

    /**
     * Finds the policy; empty when none is named and none lies beside the file.
     *
     * @param named path of a policy; null when none is named
     * @param beside the file to verify
     * @throws NothingToVerifyException when the policy cannot be read
     */
    public static Optional<TrustPolicy> find(@Nullable Path named, Path beside) {
        Path file = named != null ? named : beside.toAbsolutePath().resolveSibling(NAME);
        if (named == null && !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TrustPolicy.parse(text(file)));
        } catch (IllegalArgumentException noPolicy) {
            throw new NothingToVerifyException(
                    "The policy " + file + " cannot be used: " + noPolicy.getMessage() + ".");
        }
    }

    /**
     * The text of a file of at most a million bytes.
     *
     * @throws NothingToVerifyException when it cannot be read, or is larger
     */
    public static String text(Path file) {
        return text(file, MAX_BYTES);
    }

    /**
     * The text of a file.
     *
     * @param max largest size in bytes
     * @throws NothingToVerifyException when it cannot be read, or is larger
     */
    public static String text(Path file, long max) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NothingToVerifyException("There is no file " + file + " that can be read.");
            }
            if (Files.size(file) > max) {
                throw new NothingToVerifyException("The file " + file + " is larger than any of its kind.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NothingToVerifyException("The file " + file + " cannot be read.");
        }
    }
}
