package nl.klimrek.reminders.mail;

import java.util.List;
import java.util.stream.Stream;

/**
 * The people of one organisation whose address once accepted no mail.
 *
 * @param people person ids, oldest first; the address of some may work again
 */
public record UndeliverablePeople(List<String> people) {

    static final UndeliverablePeople NONE = new UndeliverablePeople(List.of());

    public UndeliverablePeople {
        people = List.copyOf(people);
    }

    UndeliverablePeople with(String person) {
        return people.contains(person)
                ? this
                : new UndeliverablePeople(
                        Stream.concat(people.stream(), Stream.of(person)).toList());
    }

    UndeliverablePeople only(List<String> still) {
        return new UndeliverablePeople(people.stream().filter(still::contains).toList());
    }
}
