package nl.klimrek.benchmarks.scale;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import nl.klimrek.embedded.store.EmbeddedMongo;

/** Runs a main class, and ends the process when the one that started it is gone or the class cannot start. */
public final class InstanceMain {

    private InstanceMain() {}

    /** Arguments: the main class, then its own arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        new Thread(InstanceMain::endWithParent, "end").start();
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            System.err.println("could not start: " + e.getCause());
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the process that started this one is gone: " + e);
        }
        Runtime.getRuntime().halt(1);
    }

    /** The embedded store alone in a process. */
    public static final class Store {

        private Store() {}

        /** Arguments: data folder, port. */
        public static void main(String[] arguments) {
            EmbeddedMongo.start(Path.of(arguments[0]), EmbeddedMongo.LOOPBACK, Integer.parseInt(arguments[1]));
        }
    }
}
