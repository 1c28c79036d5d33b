package nl.klimrek.eventing.spring;

import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A group reads a topic whose declaration does not name it, so it has no dead-letter topic. */
final class UndeclaredReaderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UndeclaredReaderException(String group, String topic) {
        super("The group " + group + " reads " + topic + ", whose declaration does not name it among its readers.");
    }

    /** Throws for the first topic that does not declare this group. */
    static void refuse(EventHandlers handlers, EventCatalogue catalogue) {
        handlers.topics().stream()
                .sorted()
                .filter(topic -> !catalogue.isReader(topic, handlers.group()))
                .findFirst()
                .ifPresent(topic -> {
                    throw new UndeclaredReaderException(handlers.group(), topic);
                });
    }

    /** Shows a sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UndeclaredReaderException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, UndeclaredReaderException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Name it in the topic's declaration: then what it cannot take has a place of its own.",
                    cause);
        }
    }
}
