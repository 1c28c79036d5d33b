package nl.klimrek.journal.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the signing key from its file, which holds two PEM blocks. The demo creates a missing file atomically, readable by its owner
 * only (0600 where the file system supports it). Instances that create it at once share the first key.
 */
public final class SigningKeyFile {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE_LENGTH = 64;

    private SigningKeyFile() {}

    /**
     * Reads the key.
     *
     * @throws IllegalStateException when the file does not exist, cannot be read or holds no key; the message names the file and how to
     *     make one
     */
    static CheckpointSigningKey required(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "The signing key " + file.toAbsolutePath()
                            + " does not exist (klimrek.journal.signing-key). Restore it from its backup. For a new journal make one with:"
                            + " (umask 077; openssl genpkey -algorithm ED25519 -out key.pem; openssl pkey -in key.pem -pubout >> key.pem)");
        }
        try {
            return parse(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "No signing key can be read from " + file.toAbsolutePath() + " (klimrek.journal.signing-key)", e);
        }
    }

    /**
     * Reads the key, or creates the file with a new key.
     *
     * @throws IllegalStateException when the file cannot be read or created, or holds no key; the message names the file
     */
    static CheckpointSigningKey readOrCreate(Path file) {
        if (!Files.exists(file)) {
            try {
                create(file);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "No signing key can be created in " + file.toAbsolutePath() + " (klimrek.journal.signing-key)",
                        e);
            }
        }
        return required(file);
    }

    /**
     * Reads the key.
     *
     * @throws IOException when the file cannot be read or holds no key
     */
    public static CheckpointSigningKey read(Path file) throws IOException {
        try {
            return parse(file);
        } catch (IllegalArgumentException noKey) {
            throw new IOException(file + " holds no signing key", noKey);
        }
    }

    private static CheckpointSigningKey parse(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        return CheckpointSigningKey.of(block(text, PRIVATE), block(text, PUBLIC));
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        CheckpointSigningKey key = CheckpointSigningKey.generate();
        Path made = Files.createTempFile(folder, ".signing-key", ".new", ownerOnly());
        try {
            Files.writeString(made, pem(PRIVATE, key.privateEncoding()) + pem(PUBLIC, key.publicEncoding()));
            // Unlike a move, a link never replaces the file of another instance.
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String pem(String name, byte[] bytes) {
        String body = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + body + "\n-----END " + name + "-----\n";
    }

    private static byte[] block(String text, String name) {
        Matcher block = Pattern.compile("-----BEGIN " + name + "-----\\s([A-Za-z0-9+/=\\s]+)-----END " + name + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
