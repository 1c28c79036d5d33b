package nl.klimrek.journal.store;

import static nl.klimrek.testkit.backend.BackendKind.CONTAINERS;

import nl.klimrek.testkit.backend.RunsOn;

@RunsOn(CONTAINERS)
class TreeMigrationOnContainersIT extends TreeMigrationSuite {}
