package nl.klimrek.testkit.architecture.sample.one;

import nl.klimrek.testkit.architecture.sample.two.Second;

/** Half of a cycle. */
public record First(Second second) {}
