package nl.klimrek.contracts.evolution;

import java.util.List;

/** What is wrong with a message, in one sentence for whoever changed it: what broke, and for whom. */
final class BreakingChangeMessage {

    private BreakingChangeMessage() {}

    static String sentence(String type, List<String> breaks, List<String> readers) {
        return type + " " + String.join(" and ", breaks) + "; that breaks "
                + (readers.isEmpty() ? "whoever reads it outside" : String.join(", ", readers))
                + ": keep it as it was released, or publish a new major version beside it.";
    }
}
