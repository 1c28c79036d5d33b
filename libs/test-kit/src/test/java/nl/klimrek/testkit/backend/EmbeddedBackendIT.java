package nl.klimrek.testkit.backend;

@RunsOn(BackendKind.EMBEDDED)
class EmbeddedBackendIT extends BackendSuite {}
