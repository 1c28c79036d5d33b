package nl.klimrek.servicekit.topics;

/** How a service checks its broker's topics: {@code klimrek.topics}. */
public enum TopicCheckMode {
    /** As declared for a cluster; the default. */
    CLUSTER,
    /** As declared for a single broker: fewer partitions and one copy. */
    SINGLE_BROKER,
    /** Not checked: for tests that create topics themselves. */
    UNCHECKED
}
