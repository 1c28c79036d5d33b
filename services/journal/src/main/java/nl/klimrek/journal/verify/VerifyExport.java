package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import nl.klimrek.journal.checkpoint.PublishedCheckpointReader;
import nl.klimrek.journal.resume.ResumeStatement;
import org.apache.kafka.common.KafkaException;

/**
 * Verifies an export without any service: a file, or the present export of a running platform, which is also compared with
 * every checkpoint on the topic. For a running platform {@code KLIMREK_TOKEN} holds an auditor's token.
 *
 * <p>Exit 0: verified. 1: broken, and the first broken entry is named. 2: there was nothing to verify.
 */
public final class VerifyExport {

    /** Setting of a connection file: address of the portal. */
    private static final String PORTAL = "klimrek.portal.url";

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
            VerificationResult result = options.export().isPresent()
                    ? file(options, options.export().get())
                    : running(options, token);
            out.println(sentence(result));
            return result.verified() ? VERIFIED : BROKEN;
        } catch (NothingToVerifyException nothing) {
            err.println(nothing.getMessage());
            return NOTHING;
        }
    }

    private static VerificationResult file(VerifyOptions options, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new NothingToVerifyException("There is no file " + file + " that can be read.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new ExportVerifier(options.key(), Map.of()).verify(in);
        } catch (IOException e) {
            throw new NothingToVerifyException("The file " + file + " could not be read to its end.");
        }
    }

    /** Reads the checkpoints first, so the exported chain is at least as long as they say. */
    private static VerificationResult running(VerifyOptions options, String token) throws InterruptedException {
        if (token == null || token.isBlank()) {
            throw new NothingToVerifyException("KLIMREK_TOKEN must hold the token of an auditor.");
        }
        String portal = portal(options);
        Map<String, List<PublishedCheckpoint>> published = published(options);
        JournalExportClient client = new JournalExportClient(portal, token);
        TreeNotes notes = client.notes();
        try (InputStream in = client.export()) {
            return new ExportVerifier(options.key(), published, notes).verify(in);
        } catch (IOException e) {
            throw new NothingToVerifyException("Klimrek at " + portal + " broke off the export.");
        }
    }

    private static Map<String, List<PublishedCheckpoint>> published(VerifyOptions options) {
        try {
            return new PublishedCheckpointReader(broker(options)).read();
        } catch (KafkaException e) {
            throw new NothingToVerifyException("The broker at "
                    + broker(options).get("bootstrap.servers")
                    + " does not give the published checkpoints; is Klimrek running?");
        }
    }

    private static String portal(VerifyOptions options) {
        if (options.connection().isEmpty()) {
            return "http://127.0.0.1:" + options.port();
        }
        Path file = options.connection().get();
        Object portal = settings(file).get(PORTAL);
        if (portal == null) {
            throw new NothingToVerifyException("The connection file " + file + " has no " + PORTAL + ".");
        }
        return portal.toString();
    }

    private static Map<String, Object> settings(Path file) {
        try {
            return KafkaClientFile.read(file);
        } catch (IOException e) {
            throw new NothingToVerifyException("The connection file " + file + " cannot be read.");
        }
    }

    private static Map<String, Object> broker(VerifyOptions options) {
        Map<String, Object> settings = new HashMap<>();
        if (options.connection().isPresent()) {
            settings.putAll(settings(options.connection().get()));
            settings.keySet().removeIf(name -> name.startsWith("klimrek."));
            return settings;
        }
        if (options.client().isPresent()) {
            try {
                settings.putAll(KafkaClientFile.read(options.client().get()));
            } catch (IOException e) {
                throw new NothingToVerifyException("The client file "
                        + options.client().get() + " cannot be read; only the user who started Klimrek can read it.");
            }
        }
        settings.put("bootstrap.servers", "127.0.0.1:" + options.kafkaPort());
        return settings;
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
