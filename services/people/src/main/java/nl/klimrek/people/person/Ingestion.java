package nl.klimrek.people.person;

import nl.klimrek.eventing.Decision;

/**
 * What a person's aggregate decides about one record.
 *
 * @param decision new state and domain events, nothing, or a refusal
 * @param result what became of the record; null when it was refused
 */
public record Ingestion(Decision<Person> decision, RecordResult result) {

    static Ingestion refused(String code) {
        return new Ingestion(Decision.refuse(code), null);
    }
}
