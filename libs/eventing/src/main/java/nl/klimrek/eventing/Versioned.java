package nl.klimrek.eventing;

/**
 * An aggregate's state and version.
 *
 * @param version rises with every change
 * @param replayed whether the step was applied earlier, so that this call changed nothing
 */
public record Versioned<S>(S state, long version, boolean replayed) {}
