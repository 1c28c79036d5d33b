package nl.klimrek.servicekit.limits;

import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;

/** Limits the memory of all request bodies that a service holds whole. */
public final class BodyMemoryBudget {
    private static final int UNIT = 1_024;
    private final Semaphore units;

    public BodyMemoryBudget(DataSize most) {
        units = new Semaphore(Math.toIntExact(most.toKilobytes()));
    }

    /** Reserves memory for this many bytes; false if there is none now. */
    public boolean reserve(long bytes) {
        return units.tryAcquire(unitsOf(bytes));
    }

    public void release(long bytes) {
        units.release(unitsOf(bytes));
    }

    private static int unitsOf(long bytes) {
        return Math.toIntExact((bytes + UNIT - 1) / UNIT);
    }
}
