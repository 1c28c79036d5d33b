package nl.klimrek.embedded.store;

import java.nio.file.Path;

/** Runs the embedded store alone in a process. */
public final class StoreMain {

    private StoreMain() {}

    /** Arguments: data folder, port. */
    public static void main(String[] arguments) {
        EmbeddedMongo.start(Path.of(arguments[0]), EmbeddedMongo.LOOPBACK, Integer.parseInt(arguments[1]));
    }
}
