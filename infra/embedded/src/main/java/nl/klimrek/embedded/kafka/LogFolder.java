package nl.klimrek.embedded.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.klimrek.embedded.DataFolderUnwritableException;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's log folder, formatted once with its cluster id. */
final class LogFolder {

    /** Kafka writes this file last and atomically, so a folder that has it is completely formatted. */
    private static final String FORMATTED = "meta.properties";

    private LogFolder() {}

    /** @throws DataFolderUnwritableException if the folder cannot be formatted */
    static void formatOnce(Path folder, ClusterMember place) {
        if (Files.exists(folder.resolve(FORMATTED))) {
            return;
        }
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(quiet)
                    .setNodeId(place.id())
                    .setClusterId(place.clusterId())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (IOException e) {
            throw new DataFolderUnwritableException(folder, e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka could not format " + folder, e);
        }
    }
}
