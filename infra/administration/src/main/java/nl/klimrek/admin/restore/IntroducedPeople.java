package nl.klimrek.admin.restore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.control.EarlierIds;

/**
 * Ids of the people whom events introduce, by the HR record that led to each. The first event of a person says that they joined,
 * or that they left before anybody knew them, and its causation is the place of that record.
 */
final class IntroducedPeople {

    private static final Set<String> INTRODUCTIONS =
            Set.of(Contracts.typeOf(PersonJoined.class), Contracts.typeOf(PersonLeft.class));
    private static final String JOINED = Contracts.typeOf(PersonJoined.class);
    private static final Pattern PLACE = Pattern.compile(".+-[0-9]+@[0-9]+");

    private final Map<String, String> byRecord = new HashMap<>();
    private final Set<String> joined = new HashSet<>();

    /** Notes an event, if it introduces a person. */
    void note(String type, String organisation, String person, String causation) {
        if (type.equals(JOINED)) {
            joined.add(organisation + "/" + person);
        }
        if (INTRODUCTIONS.contains(type) && PLACE.matcher(causation).matches()) {
            byRecord.putIfAbsent(EarlierIds.key(organisation, causation), person);
        }
    }

    /** Person id by key of the record, see {@link EarlierIds#key}. */
    Map<String, String> byRecord() {
        return byRecord;
    }

    /** Number of people who joined by no record of a topic, for example by a file. */
    long withoutRecord() {
        Set<String> others = new HashSet<>(joined);
        byRecord.forEach((record, person) -> others.remove(record.substring(0, record.indexOf('/') + 1) + person));
        return others.size();
    }
}
