package nl.klimrek.acceptance.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs a main class and ends the process when its parent is gone or the class fails to start. */
public final class ParentBoundMain {

    private ParentBoundMain() {}

    /** Arguments: the main class, then its own arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        new Thread(ParentBoundMain::endWithParent, "end").start();
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
}
