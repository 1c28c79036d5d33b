package nl.klimrek.acceptance.fire;

/** The end of an instance, in the place of the end of its process. Nothing of ours catches it. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("this instance is dead", null, false, false);
    }
}
