package nl.klimrek.eventing.simulation;

/** Calls that leave a process. At each of them it can crash, fail, pause, or be interleaved with others. */
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

    /** Rare calls fail more often, or their faults would never occur. */
    int likelihood(int inThousand) {
        return this == INSERT || this == PARK ? inThousand * 10 : inThousand;
    }
}
