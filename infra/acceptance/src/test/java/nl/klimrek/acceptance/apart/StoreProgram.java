package nl.klimrek.acceptance.apart;

import java.nio.file.Path;
import nl.klimrek.embedded.store.EmbeddedMongo;

/** The embedded store alone in its process. */
public final class StoreProgram {

    private StoreProgram() {}

    /** Arguments: data folder, port. */
    public static void main(String[] arguments) {
        EmbeddedMongo.start(Path.of(arguments[0]), EmbeddedMongo.LOOPBACK, Integer.parseInt(arguments[1]));
    }
}
