package nl.klimrek.reminders.wording;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words of a prompt in one language. They may have the placeholders of {@link Placeholder}.
 *
 * @param subject subject of the message
 * @param steps the step in the words of each message of a series, the first one first; for the others the built-in words are used
 * @param why the reason for the prompt
 */
public record Wording(String subject, List<String> steps, String why) {

    public Wording {
        steps = List.copyOf(steps);
    }

    Stream<String> texts() {
        return Stream.concat(Stream.of(subject, why), steps.stream());
    }
}
