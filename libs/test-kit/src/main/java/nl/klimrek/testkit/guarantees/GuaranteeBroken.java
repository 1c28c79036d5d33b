package nl.klimrek.testkit.guarantees;

/** A history that breaks a promise; the message names the promise and the place. */
public final class GuaranteeBroken extends AssertionError {

    private static final long serialVersionUID = 1L;

    GuaranteeBroken(Guarantee guarantee, String place) {
        super(place + " (promised: " + guarantee.promise() + ")");
    }
}
