package nl.klimrek.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The issuer was started outside the demo profile. */
public final class NotDemoProfileException extends IllegalStateException {

    NotDemoProfileException() {
        super("Klimrek's own identity service starts only with the Spring profile 'demo': it has passwords in a file "
                + "and a client that may act for anyone.");
    }

    /** Tells an operator the sentence instead of a stack trace. */
    static final class Told extends AbstractFailureAnalyzer<NotDemoProfileException> {
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
