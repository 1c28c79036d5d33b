package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * The people whom a rule asked about one thing, kept where the ending events do not name them.
 *
 * @param asked each person with the subject they were asked about
 */
public record AskedPeople(List<Asked> asked) {

    static final AskedPeople NONE = new AskedPeople(List.of());

    public AskedPeople {
        asked = List.copyOf(asked);
    }

    AskedPeople with(List<Asked> more) {
        return new AskedPeople(
                Stream.concat(asked.stream(), more.stream()).distinct().toList());
    }

    /**
     * A person and the subject.
     *
     * @param person person id
     * @param about id of the subject
     */
    public record Asked(String person, String about) {}
}
