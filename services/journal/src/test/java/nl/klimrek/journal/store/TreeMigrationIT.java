package nl.klimrek.journal.store;

import static nl.klimrek.testkit.backend.BackendKind.EMBEDDED;

import nl.klimrek.testkit.backend.RunsOn;

@RunsOn(EMBEDDED)
class TreeMigrationIT extends TreeMigrationSuite {}
