package nl.klimrek.eventing.schema;

/** What a service does about its database's indexes at start ({@code klimrek.store.schema}). */
public enum SchemaMode {
    /** It does not start while an index is missing; {@code infra/admin migrate} builds it. */
    CHECK,
    /** It builds missing indexes and runs all migrations itself: for the embedded store, whose one process is the service's own. */
    CREATE,
    /** Nothing. */
    UNCHECKED
}
