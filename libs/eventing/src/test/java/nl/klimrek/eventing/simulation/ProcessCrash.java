package nl.klimrek.eventing.simulation;

/** The process crashed at this call; nothing may catch it. */
final class ProcessCrash extends Error {

    private static final long serialVersionUID = 1L;

    ProcessCrash() {
        super("crash", null, false, false);
    }
}
