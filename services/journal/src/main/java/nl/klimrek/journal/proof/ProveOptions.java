package nl.klimrek.journal.proof;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import nl.klimrek.journal.export.NothingToVerifyException;
import org.jspecify.annotations.Nullable;

/**
 * Options of the command line.
 *
 * @param file the proof
 * @param policy file with the accepted keys; null for the one beside the proof
 * @param earlier file with an earlier checkpoint; null for the proof of a step
 * @param text file with a text and its salt; null without one
 */
record ProveOptions(
        Path file,
        @Nullable Path policy,
        @Nullable Path earlier,
        @Nullable Path text) {

    static final String USAGE = "Usage: infra/journal prove FILE [--policy FILE] [--text FILE] [--earlier FILE]";

    /** Parses the options. @throws NothingToVerifyException with the usage when they are wrong */
    static ProveOptions of(List<String> arguments) {
        @Nullable Path file = null;
        @Nullable Path policy = null;
        @Nullable Path earlier = null;
        @Nullable Path text = null;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--policy" -> policy = value(argument, rest);
                case "--earlier" -> earlier = value(argument, rest);
                case "--text" -> text = value(argument, rest);
                default -> {
                    if (file != null || argument.startsWith("-")) {
                        throw new NothingToVerifyException("\"" + argument + "\" is unknown or one too many. " + USAGE);
                    }
                    file = Path.of(argument);
                }
            }
        }
        if (file == null) {
            throw new NothingToVerifyException("There is no proof to verify. " + USAGE);
        }
        return new ProveOptions(file, policy, earlier, text);
    }

    private static Path value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new NothingToVerifyException(option + " needs a value. " + USAGE);
        }
        return Path.of(rest.next());
    }
}
