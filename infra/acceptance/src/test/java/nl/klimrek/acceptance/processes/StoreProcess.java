package nl.klimrek.acceptance.processes;

import java.nio.file.Path;
import nl.klimrek.embedded.store.EmbeddedMongo;

/** Runs the embedded store alone in a process. */
public final class StoreProcess {

    private StoreProcess() {}

    /** Arguments: data folder, port. */
    public static void main(String[] arguments) {
        EmbeddedMongo.start(Path.of(arguments[0]), EmbeddedMongo.LOOPBACK, Integer.parseInt(arguments[1]));
    }
}
