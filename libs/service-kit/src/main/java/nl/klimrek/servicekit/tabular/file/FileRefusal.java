package nl.klimrek.servicekit.tabular.file;

import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;

/** The refusal of a whole file, with its code. */
public final class FileRefusal {

    private FileRefusal() {}

    /**
     * A refusal with this code.
     *
     * @param details names and values that the sentence of the code mentions, in turn
     */
    public static RefusedException of(String code, Object... details) {
        return new RefusedException(Refusal.of(code, details));
    }
}
