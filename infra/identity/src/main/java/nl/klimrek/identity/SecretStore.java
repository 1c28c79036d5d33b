package nl.klimrek.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The secrets of one data folder. Each is generated on first use and never changes.
 *
 * <p>Each secret is a file in {@code <data>/secrets/} that only its owner can read (folder 0700, files 0600). Files
 * are written atomically. A data folder has one owner at a time; within one JVM this class is thread-safe.
 *
 * <p>Every method throws {@link UncheckedIOException} if the folder cannot be read or written.
 */
public final class SecretStore {

    /** Client secret file of the portal. */
    public static final String PORTAL = "portal";
    /** Client secret file of the demo's command line. */
    public static final String DEMO_CLI = "demo-cli";
    /**
     * Client secret file of the home organisation's HR system; for another organisation {@code
     * hr-system@<organisation>}.
     */
    public static final String HR_SYSTEM = "hr-system";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,127}");
    private static final Object MAKING = new Object();

    private final Path folder;

    private SecretStore(Path folder) {
        this.folder = folder;
    }

    /** The secrets of this data folder; none is generated yet. */
    public static SecretStore in(Path dataFolder) {
        return new SecretStore(dataFolder.resolve("secrets"));
    }

    /** The secret of an OAuth client, e.g. {@link #PORTAL}: 256 random bits as 43 URL-safe characters. */
    public String client(String clientId) {
        return once(clientId, RandomText::token);
    }

    /**
     * The password of a demo account, by the name typed at the login page ({@code anna}, {@code hr@sample}): twelve
     * characters without look-alikes, about 59 bits.
     */
    public String password(String accountName) {
        return once("password-" + accountName, RandomText::password);
    }

    /** The key of the quick-login link that {@code infra/up} prints. */
    public String welcome() {
        return once("welcome", RandomText::token);
    }

    /** The issuer's RSA key (2048 bits) that signs tokens, as PKCS #8 in PEM. */
    public String signingKey() {
        return once("signing-key.pem", TokenSigningKey::newPem);
    }

    private String once(String name, Supplier<String> maker) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a secret");
        }
        synchronized (MAKING) {
            Path file = folder.resolve(name);
            try {
                if (!Files.exists(file)) {
                    write(file, maker.get());
                }
                return Files.readString(file, StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new UncheckedIOException("The secret in " + file + " cannot be read or created", e);
            }
        }
    }

    private void write(Path file, String secret) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path half = folder.resolve("." + file.getFileName() + ".half");
        Files.deleteIfExists(half);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(half, fresh, ownerOnly)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(secret + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
