package nl.klimrek.contracts.evolution;

import java.util.List;

/** The sentence about a breaking change: what broke, and for which readers. */
final class BreakingChangeMessage {

    private BreakingChangeMessage() {}

    static String sentence(String type, List<String> breaks, List<String> readers) {
        return type + " " + String.join(" and ", breaks) + "; that breaks "
                + (readers.isEmpty() ? "readers outside Klimrek" : String.join(", ", readers))
                + ": keep it as it was released, or publish a new major version beside it.";
    }
}
