package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import nl.klimrek.journal.checkpoint.PublishedCheckpointReader;
import nl.klimrek.journal.export.BundleReader;
import nl.klimrek.journal.export.BundleReader.BrokenBundleException;
import nl.klimrek.journal.export.JournalExportClient;
import nl.klimrek.journal.export.NothingToVerifyException;
import nl.klimrek.journal.export.PolicyFile;
import nl.klimrek.journal.note.TrustPolicy;
import nl.klimrek.journal.proof.EarlierCheckpoint;
import nl.klimrek.journal.resume.ResumeStatement;
import nl.klimrek.journal.verify.BundleVerifier.BundleResult;
import org.apache.kafka.common.KafkaException;

/**
 * Verifies an export without any service: a file, or the present export of a running platform, which is also compared with
 * every checkpoint on the topic. For a running platform {@code KLIMREK_TOKEN} holds an auditor's token.
 *
 * <p>Exit 0: verified. 1: broken, and the first broken entry is named. 2: there was nothing to verify.
 */
public final class VerifyExport {

    /** Bytes by which a bundle is recognised. */
    private static final int HEADER = 512;

    private static final int VERIFIED = 0;
    private static final int BROKEN = 1;
    private static final int NOTHING = 2;

    private VerifyExport() {}

    public static void main(String[] arguments) throws InterruptedException {
        // The Kafka client would log to standard output, which is ours.
        System.setProperty("logback.configurationFile", "nl/klimrek/journal/verify/quiet-logback.xml");
        System.exit(run(List.of(arguments), System.getenv("KLIMREK_TOKEN"), System.out, System.err));
    }

    /** As {@link #main}, but returns the exit code and writes to these streams. */
    public static int run(List<String> arguments, String token, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            VerifyOptions options = VerifyOptions.of(arguments);
            return options.export().isPresent()
                    ? verify(options, options.export().get(), out)
                    : print(running(options, token), out);
        } catch (NothingToVerifyException nothing) {
            err.println(nothing.getMessage());
            return NOTHING;
        }
    }

    /** Verifies a file and prints the verdict; returns the exit code. */
    static int verify(VerifyOptions options, Path file, PrintStream out) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new NothingToVerifyException("There is no file " + file + " that can be read.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return isBundle(file) ? bundle(options, file, in, out) : print(lines(options, in), out);
        } catch (BrokenBundleException broken) {
            out.println("bundle broken at " + broken.file() + ": " + broken.getMessage());
            return BROKEN;
        } catch (IOException e) {
            throw new NothingToVerifyException("The file " + file + " could not be read to its end.");
        }
    }

    private static boolean isBundle(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return BundleReader.isBundle(in.readNBytes(HEADER));
        }
    }

    private static VerificationResult lines(VerifyOptions options, InputStream in) throws IOException {
        if (options.policy().isPresent() || options.earlier().isPresent()) {
            throw new NothingToVerifyException(
                    "--policy and --earlier are for a bundle; an export of lines has --key.");
        }
        return new ExportVerifier(options.key(), Map.of()).verify(in);
    }

    private static int bundle(VerifyOptions options, Path file, InputStream in, PrintStream out) throws IOException {
        if (options.key().isPresent()) {
            throw new NothingToVerifyException("--key is for an export of lines; a bundle has --policy.");
        }
        Optional<TrustPolicy> policy = PolicyFile.find(options.policy().orElse(null), file);
        List<String> earlier =
                options.earlier().stream().map(EarlierCheckpoint::read).toList();
        BundleResult result = new BundleVerifier(in).verify(policy, earlier);
        int code = print(result.journal(), out);
        if (code == VERIFIED) {
            out.println("its tree and each file of the bundle agree; the checkpoint is signed by "
                    + result.signed().key());
            if (policy.isEmpty()) {
                out.println(
                        "that key is from the bundle itself: compare it with one that you had before, or name it with"
                                + " --policy");
            }
        }
        return code;
    }

    private static int print(VerificationResult result, PrintStream out) {
        out.println(sentence(result));
        return result.verified() ? VERIFIED : BROKEN;
    }

    /** Reads the checkpoints first, so the exported chain is at least as long as they say. */
    private static VerificationResult running(VerifyOptions options, String token) throws InterruptedException {
        JournalExportClient client = options.client(token);
        Map<String, List<PublishedCheckpoint>> published = published(options);
        JournalExportClient.SignedRoots roots = client.roots();
        TreeNotes notes = new TreeNotes(roots.notes(), roots.keys());
        try (InputStream in = client.export()) {
            return new ExportVerifier(options.key().stream().collect(Collectors.toSet()), published, notes).verify(in);
        } catch (IOException e) {
            throw new NothingToVerifyException("Klimrek at " + options.portal() + " broke off the export.");
        }
    }

    private static Map<String, List<PublishedCheckpoint>> published(VerifyOptions options) {
        try {
            return new PublishedCheckpointReader(options.broker()).read();
        } catch (KafkaException e) {
            throw new NothingToVerifyException("The broker at "
                    + options.broker().get("bootstrap.servers")
                    + " does not give the published checkpoints; is Klimrek running?");
        }
    }

    private static String sentence(PublishedHistory.Resumption resumption) {
        ResumeStatement statement = resumption.statement();
        return System.lineSeparator() + "resumed after a restore at entry " + resumption.position() + ": entries "
                + statement.lostFrom() + " to " + statement.lostTo()
                + " of the earlier chain were lost; its last published head was " + statement.publishedHead()
                + " at entry " + statement.published();
    }

    private static String sentence(VerificationResult result) {
        if (result.verified()) {
            return "journal verified: " + result.entries() + " entries, head " + result.head()
                    + System.lineSeparator() + "signed by key " + result.keyId() + ", " + result.publishedCheckpoints()
                    + " published checkpoints compared"
                    + (result.signedRoots() > 0
                            ? ", " + result.signedRoots() + " signed roots of the tree compared"
                            : "")
                    + result.resumptions().stream().map(VerifyExport::sentence).collect(Collectors.joining());
        }
        ChainFault broken = result.fault().orElseThrow();
        String place = broken.position() == 0 ? "its first line" : "entry " + broken.position();
        return "journal broken at " + place + ": " + broken.reason().sentence() + " (" + broken.reason() + "); "
                + result.entries() + " entries before it are sound";
    }
}
