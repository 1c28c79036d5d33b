package nl.klimrek.portal.names;

/** What a team is called; empty once it was erased. */
record TeamName(String name) {}
