package nl.klimrek.journal.chain;

import java.util.Objects;

/**
 * Names a timeline within an organisation.
 *
 * @param kind what ties its entries together
 * @param id of which one
 */
public record TimelineKey(Kind kind, String id) {

    /** What ties entries together. */
    public enum Kind {
        /** One aggregate: a conversation, a goal, a budget account. */
        SUBJECT,
        /** One undertaking, across services. */
        CORRELATION,
        /** One person, or whatever else the facts are partitioned by. */
        PERSON,
        /** Looks at one person's content. */
        LOOKS
    }

    public TimelineKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
