package nl.klimrek.portal.reader;

/** What a team is called; empty once it was erased. */
record TeamName(String name) {}
