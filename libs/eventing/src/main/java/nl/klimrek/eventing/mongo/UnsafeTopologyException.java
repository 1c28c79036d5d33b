package nl.klimrek.eventing.mongo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The MongoDB topology cannot keep what it acknowledges; the service does not start. */
public final class UnsafeTopologyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeTopologyException(String sentence) {
        super(sentence);
    }

    /** Shows a sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnsafeTopologyException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, UnsafeTopologyException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Use a replica set with three members that hold data, or a sharded cluster of such sets.",
                    cause);
        }
    }
}
