package nl.klimrek.acceptance.apart;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs a program, and ends it at once when the process that started it is gone, or when it could not start. */
public final class Tethered {

    private Tethered() {}

    /** Arguments: the program's class, and its own arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        new Thread(Tethered::endWithTheOther, "end").start();
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            System.err.println("could not start: " + e.getCause());
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithTheOther() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the process that started this one is gone: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
