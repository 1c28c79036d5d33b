package nl.klimrek.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Thrown when the issuer is started outside the demo profile. */
public final class NotDemoProfileException extends IllegalStateException {

    NotDemoProfileException() {
        super("Klimrek's own identity service starts only with the Spring profile 'demo': it keeps passwords in files "
                + "and has a client that may act for anyone.");
    }

    /** Shows the operator a sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NotDemoProfileException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, NotDemoProfileException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Point the services at your organisation's own OpenID "
                            + "Connect issuer; or, for a demo, set spring.profiles.active=demo.",
                    cause);
        }
    }
}
