package nl.klimrek.journal.chain;

import java.util.Arrays;
import java.util.Objects;

/**
 * Names a timeline within an organisation.
 *
 * @param kind the common attribute of its entries
 * @param id value of that attribute
 */
public record TimelineKey(Kind kind, String id) {

    /** The kinds of timelines. */
    public enum Kind {
        /** One aggregate: a conversation, a goal, a budget account. */
        SUBJECT("SUBJECT"),
        /** One business transaction, across services. */
        CORRELATION("CORRELATION"),
        /** One partition key, mostly a person. */
        PERSON("PERSON"),
        /** Access by others to one person's content. */
        ACCESS_LOG("LOOKS");

        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }

        /** The name in stored documents, which stays when a constant is renamed. */
        public String stored() {
            return stored;
        }

        /**
         * The kind with this stored name.
         *
         * @throws IllegalArgumentException when no kind has it
         */
        public static Kind ofStored(String stored) {
            return Arrays.stream(values())
                    .filter(kind -> kind.stored.equals(stored))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of timeline: " + stored));
        }
    }

    public TimelineKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
