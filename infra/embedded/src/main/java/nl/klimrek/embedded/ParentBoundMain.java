package nl.klimrek.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a main class in a process of its own that never outlives the process that started it: it halts when its standard input
 * ends, and when the class cannot start.
 */
public final class ParentBoundMain {

    private ParentBoundMain() {}

    /** Arguments: the main class, then its own arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        haltWithParent();
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            System.err.println("could not start: " + e.getCause());
            Runtime.getRuntime().halt(1);
        }
    }

    /** Halts this process when its standard input ends. */
    public static void haltWithParent() {
        new Thread(ParentBoundMain::awaitEndOfParent, "end").start();
    }

    private static void awaitEndOfParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the process that started this one is gone: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
