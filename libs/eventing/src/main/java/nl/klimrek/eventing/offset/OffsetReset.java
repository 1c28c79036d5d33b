package nl.klimrek.eventing.offset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a group reads a partition from its first record instead of from its committed offset. */
public enum OffsetReset {

    /** The group never read the partition, and all its records are there. */
    NEW,

    /** The group has no committed offset, and older records are gone: it is new, or its offsets expired. */
    INCOMPLETE,

    /** Retention deleted records that the group had not read. */
    DELETED,

    /** The committed offset lies behind the end of the log: the log lost records, or the topic was made again. */
    TRUNCATED;

    /** Whether records may be missing, so that an operator has to look. */
    boolean isAlarm() {
        return this != NEW;
    }

    /** Value of the {@code reason} tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Compares a committed offset with the log.
     *
     * @param committed committed offset; negative for none
     * @param first offset of the first record
     * @param end offset after the last record
     * @return null if the group reads on from its committed offset
     */
    static @Nullable OffsetReset of(long committed, long first, long end) {
        if (committed < 0) {
            return first == 0 ? NEW : INCOMPLETE;
        }
        return committed < first ? DELETED : committed > end ? TRUNCATED : null;
    }
}
