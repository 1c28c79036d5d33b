package nl.klimrek.eventing.offset;

/**
 * Where a group reads a partition, by the real rule.
 *
 * @param offset first record to read
 * @param moved whether it is not the committed offset
 * @param alarm whether an operator is told
 */
public record SimulatedStart(long offset, boolean moved, boolean alarm) {

    /** Compares a committed offset with the log. */
    public static SimulatedStart of(long committed, long first, long end) {
        OffsetReset reset = OffsetReset.of(committed, first, end);
        return reset == null
                ? new SimulatedStart(committed, false, false)
                : new SimulatedStart(first, true, reset.isAlarm());
    }
}
