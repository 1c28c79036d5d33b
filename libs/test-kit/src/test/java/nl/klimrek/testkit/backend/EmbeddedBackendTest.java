package nl.klimrek.testkit.backend;

@RunsOn(BackendKind.EMBEDDED)
class EmbeddedBackendTest extends BackendSuite {}
