package nl.klimrek.eventing;

/**
 * An aggregate's state with its version.
 *
 * @param state the state
 * @param version rises with every change, never goes back
 * @param replayed whether the step that led here had been taken before, so that nothing was done now
 */
public record Versioned<S>(S state, long version, boolean replayed) {}
