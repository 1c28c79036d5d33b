package nl.klimrek.eventing.simulation;

/** Each call that leaves a process; at each of them it can die, fail, stand still, or be overtaken. */
enum Port {
    FIND,
    INSERT,
    UPDATE,
    CLAIM,
    LEASE,
    DELETE,
    FIND_PENDING,
    SEND,
    POLL,
    COMMIT,
    PARK,
    OFFSETS,
    NOTE;

    /** Whether the store answers it after a change. */
    boolean writes() {
        return this == INSERT || this == UPDATE || this == LEASE || this == DELETE;
    }

    /** What is seldom called must fail more often, or it never does. */
    int likelihood(int inThousand) {
        return this == INSERT || this == PARK ? inThousand * 10 : inThousand;
    }
}
