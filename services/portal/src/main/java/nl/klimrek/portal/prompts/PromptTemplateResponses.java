package nl.klimrek.portal.prompts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the reminders service answers HR about the words of a reminder. */
final class PromptTemplateResponses {

    private PromptTemplateResponses() {}

    /**
     * The organisation's words for one kind.
     *
     * @param messages messages of the series; 1 for a single one
     * @param inUse    numbers of the versions in use: none for the built-in words, two while they are compared
     * @param versions the saved versions, oldest first
     */
    record Template(String action, int messages, BothLanguages builtIn, List<Integer> inUse, List<Version> versions) {

        /** The words of a version; 0 is the built-in one. */
        BothLanguages words(int number) {
            return versions.stream()
                    .filter(version -> version.number() == number)
                    .map(Version::words)
                    .findFirst()
                    .orElse(builtIn);
        }

        /** Number of the version that was put in use last; 0 for the built-in words. */
        int newest() {
            return inUse.isEmpty() ? 0 : inUse.get(inUse.size() - 1);
        }
    }

    record Version(int number, Instant savedAt, BothLanguages words) {}

    record BothLanguages(Words dutch, Words english) {}

    /** @param steps the step for each message of a series */
    record Words(String subject, List<String> steps, String why) {

        String step(int at) {
            return at < steps.size() ? steps.get(at) : "";
        }
    }

    /** What the check found, and how the words read with examples. */
    record Check(List<Finding> findings, Words dutch, Words english) {

        boolean isRefused() {
            return findings.stream().anyMatch(Finding::error);
        }
    }

    /** @param complete whether all prompts were counted */
    record Outcomes(boolean complete, List<Outcome> texts) {}

    /**
     * What followed on a text; null figures for fewer than five people.
     *
     * @param ownVersion version of own words; 0 for the built-in ones
     * @param acted      percent whose step was taken
     */
    record Outcome(
            int ownVersion,
            int templateVersion,
            int ruleVersion,
            @Nullable Integer people,
            @Nullable Integer acted,
            @Nullable Integer ignored,
            @Nullable Integer snoozed) {}

    /** @param error whether it has to change first */
    record Finding(boolean error, String part, String text) {}
}
