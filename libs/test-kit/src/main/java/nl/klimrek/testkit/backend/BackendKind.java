package nl.klimrek.testkit.backend;

/** The engines a suite can run on. */
public enum BackendKind {

    /** The broker and the store of {@code infra/embedded}: always there. */
    EMBEDDED {
        @Override
        Backend shared() {
            return Backend.embedded();
        }
    },

    /** Kafka and a MongoDB replica set in containers: there when a Docker engine answers. */
    CONTAINERS {
        @Override
        Backend shared() {
            return Backend.containers();
        }
    };

    /** The one backend of this kind that all tests of this JVM share. */
    abstract Backend shared();
}
