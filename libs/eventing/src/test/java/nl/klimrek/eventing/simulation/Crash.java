package nl.klimrek.eventing.simulation;

/** The process is gone at this very call; nothing may catch it. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("crash", null, false, false);
    }
}
