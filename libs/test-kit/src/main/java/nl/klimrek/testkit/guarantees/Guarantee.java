package nl.klimrek.testkit.guarantees;

/** A promise that a history keeps or breaks. */
public interface Guarantee {

    /** The promise, as a sentence. */
    String promise();

    /** How much of the history it has looked at: one that saw nothing has proven nothing. */
    long seen();

    /**
     * Judges the whole history, after everything has drained.
     *
     * @throws GuaranteeBroken with a sentence that names the broken place
     */
    void judge();
}
