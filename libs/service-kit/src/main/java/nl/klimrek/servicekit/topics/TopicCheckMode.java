package nl.klimrek.servicekit.topics;

/** What a service expects of its broker's topics: {@code klimrek.topics}. */
public enum TopicCheckMode {
    /** As declared for a cluster; the default. */
    CLUSTER,
    /** As declared for a single broker: fewer partitions and one copy. */
    SINGLE_BROKER,
    /** Not checked: for tests that create topics themselves. */
    UNCHECKED
}
