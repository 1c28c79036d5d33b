package nl.klimrek.servicekit.topics;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Thrown when topics that a service uses are missing or not as declared. */
public final class WrongTopicsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_LISTED = 20;

    WrongTopicsException(List<TopicDifference> differences) {
        super("Topics are not as declared: "
                + differences.stream()
                        .limit(MAX_LISTED)
                        .map(TopicDifference::toString)
                        .collect(Collectors.joining("; "))
                + (differences.size() > MAX_LISTED ? "; and " + (differences.size() - MAX_LISTED) + " more" : "")
                + ".");
    }

    /** Shows the operator a sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<WrongTopicsException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, WrongTopicsException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Run infra/admin topics --plan to see what would change, and infra/admin topics to change it.",
                    cause);
        }
    }
}
