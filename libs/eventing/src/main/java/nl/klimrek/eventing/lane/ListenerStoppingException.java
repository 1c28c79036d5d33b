package nl.klimrek.eventing.lane;

import java.util.function.BooleanSupplier;

/** The listener is being stopped, so this record and those behind it are left to the next reader of its partition. */
public final class ListenerStoppingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ListenerStoppingException() {
        super("the listener stops", null, false, false);
    }

    static void throwIf(BooleanSupplier stopping) {
        if (stopping.getAsBoolean()) {
            throw new ListenerStoppingException();
        }
    }

    /** Whether a failure is none but the end of listening. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ListenerStoppingException) {
                return true;
            }
        }
        return false;
    }
}
