package nl.klimrek.people.readmodel;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import nl.klimrek.eventing.schema.StoreMigration;

/** Moves the documents that are left, some at a time. */
record PageMigration(String name, LongSupplier left, BooleanSupplier move) implements StoreMigration {

    @Override
    public long remaining() {
        return left.getAsLong();
    }

    @Override
    public boolean nextPage() {
        return move.getAsBoolean();
    }
}
