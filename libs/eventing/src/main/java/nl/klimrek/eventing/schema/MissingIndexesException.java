package nl.klimrek.eventing.schema;

import java.util.List;

/** A database lacks indexes that its service needs; the message is one sentence for the operator. */
public final class MissingIndexesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingIndexesException(String service, List<String> missing) {
        super("The store of " + service + " lacks " + missing.size() + " indexes; run infra/admin migrate " + service
                + " first: " + String.join("; ", missing));
    }
}
