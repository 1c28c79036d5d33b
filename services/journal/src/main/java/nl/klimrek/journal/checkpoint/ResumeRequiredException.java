package nl.klimrek.journal.checkpoint;

import nl.klimrek.eventing.Organisation;
import org.springframework.dao.RecoverableDataAccessException;

/** A restored chain must be resumed first. The inbox waits for that: it retries the events until the append succeeds. */
public final class ResumeRequiredException extends RecoverableDataAccessException {

    private static final long serialVersionUID = 1L;

    ResumeRequiredException(Organisation organisation, long position) {
        super("the journal of " + organisation + " lacks entries up to " + position
                + " that were published; an operator must run infra/journal resume");
    }
}
