package nl.klimrek.eventing.simulation;

import com.mongodb.MongoException;

/** What is behind a port did not answer; whether the call had its effect is not known to the caller. */
final class TransientFault extends MongoException {

    private static final long serialVersionUID = 1L;

    TransientFault() {
        super("no answer");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
