package nl.klimrek.eventing.simulation;

import com.mongodb.MongoTimeoutException;

/** What is behind a port did not answer; whether the call had its effect is not known to the caller. */
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
