package nl.klimrek.acceptance.chaos;

/** Ends an instance as the end of its process would. Production code must not catch it. */
final class InstanceCrash extends Error {

    private static final long serialVersionUID = 1L;

    InstanceCrash() {
        super("this instance is dead", null, false, false);
    }
}
