package nl.klimrek.testkit.backend;

@RunsOn(BackendKind.CONTAINERS)
class ContainerBackendIT extends BackendSuite {}
