package nl.klimrek.testkit.backend;

@RunsOn(BackendKind.CONTAINERS)
class ContainerBackendTest extends BackendSuite {}
