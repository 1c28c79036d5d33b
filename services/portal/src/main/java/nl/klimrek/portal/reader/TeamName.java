package nl.klimrek.portal.reader;

/** The name of a team; empty after erasure. */
record TeamName(String name) {}
