package nl.klimrek.admin.organisations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import nl.klimrek.admin.platform.AdminException;

/** A new secret of an HR system, in a file that only its owner can read. It is never printed. */
final class SourceSecret {

    private static final int BYTES = 32;

    private SourceSecret() {}

    /** @throws AdminException if the file exists or cannot be written */
    static String create(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret);
            return secret;
        } catch (FileAlreadyExistsException exists) {
            throw new AdminException("The file " + file + " exists; name a new one for the secret.", exists);
        } catch (IOException e) {
            throw new AdminException("The file " + file + " cannot be written.", e);
        }
    }
}
