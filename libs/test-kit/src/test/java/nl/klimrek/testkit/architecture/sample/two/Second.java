package nl.klimrek.testkit.architecture.sample.two;

import nl.klimrek.testkit.architecture.sample.one.First;

/** The other half of a cycle. */
public record Second(First first) {}
