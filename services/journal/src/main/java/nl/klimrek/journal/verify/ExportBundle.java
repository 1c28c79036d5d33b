package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import nl.klimrek.journal.export.JournalExportClient;
import nl.klimrek.journal.export.NothingToVerifyException;

/**
 * Downloads the journal of a running platform as a bundle and verifies it. The file gets its name when all of it is there.
 *
 * <p>Exit 0: the bundle is there and verified. 1: it is there and broken. 2: there is no bundle.
 */
public final class ExportBundle {

    private static final int NOTHING = 2;
    private static final Path DEFAULT = Path.of("klimrek-journal.tar");

    private ExportBundle() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.getenv("KLIMREK_TOKEN"), System.out, System.err));
    }

    /** As {@link #main}, but returns the exit code and writes to these streams. */
    public static int run(List<String> arguments, String token, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            VerifyOptions options = VerifyOptions.of(arguments);
            Path file = options.export().orElse(DEFAULT);
            long size = download(options.client(token), file);
            out.println("journal exported: " + file + ", " + size + " bytes");
            return VerifyExport.verify(options, file, out);
        } catch (NothingToVerifyException nothing) {
            err.println(nothing.getMessage());
            return NOTHING;
        }
    }

    private static long download(JournalExportClient client, Path file) throws InterruptedException {
        if (Files.exists(file)) {
            throw new NothingToVerifyException("There is a file " + file + " already; name another one.");
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path part = Files.createTempFile(folder, ".klimrek-journal", ".part");
            try (InputStream bundle = client.bundle()) {
                long size = Files.copy(bundle, part, StandardCopyOption.REPLACE_EXISTING);
                // Unlike a move, a link never replaces a file that came meanwhile.
                Files.createLink(file, part);
                return size;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw new NothingToVerifyException("There is a file " + file + " already; name another one.");
        } catch (IOException e) {
            throw new NothingToVerifyException("The journal could not be written to " + file + " to its end.");
        }
    }
}
