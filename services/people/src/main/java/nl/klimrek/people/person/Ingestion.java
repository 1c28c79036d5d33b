package nl.klimrek.people.person;

import nl.klimrek.eventing.Decision;

/**
 * What a person's aggregate decides about one record.
 *
 * @param decision new state and domain events, nothing, or a refusal
 * @param result what became of the record; null when it was refused
 */
public record Ingestion(Decision<Person> decision, RecordResult result) {

    /** The state remembers what became of the record, for whoever asks later and for a repetition. */
    public Ingestion {
        if (result != null && decision instanceof Decision.Accepted<Person> accepted) {
            decision = Decision.accept(accepted.state().withOutcome(result.outcome()), accepted.events());
        }
    }

    static Ingestion refused(String code) {
        return new Ingestion(Decision.refuse(code), null);
    }
}
