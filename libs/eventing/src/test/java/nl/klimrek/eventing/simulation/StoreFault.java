package nl.klimrek.eventing.simulation;

/** The store did not answer; whether the write took place is not known to the caller. */
final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFault() {
        super("store fault", null, false, false);
    }
}
