package nl.klimrek.eventing.simulation;

import com.mongodb.MongoTimeoutException;

/** A port did not answer; the caller does not know whether the call had its effect. */
final class TransientFault extends MongoTimeoutException {

    private static final long serialVersionUID = 1L;

    TransientFault() {
        super("no answer");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
