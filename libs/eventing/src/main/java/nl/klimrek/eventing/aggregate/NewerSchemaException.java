package nl.klimrek.eventing.aggregate;

/** A newer version of the service wrote this document; this version must not write it. Nothing changed. */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NewerSchemaException(String collection, int stored, int supported) {
        super("documents of " + collection + " have schema " + stored + ", this version writes " + supported);
    }
}
