package nl.klimrek.people.person;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * The place of a record in what an HR system says about one person: first by the day from which it holds, then by its
 * place in the source. Arrival does not count, so late and doubled records do no harm.
 *
 * @param effectiveAt day from which the record holds
 * @param position the source's own sequence, or microseconds of the time the source gave; a source gives a sequence with
 *     all of its records or with none
 */
public record RecordOrder(LocalDate effectiveAt, long position) implements Comparable<RecordOrder> {

    private static final Comparator<RecordOrder> ORDER =
            Comparator.comparing(RecordOrder::effectiveAt).thenComparingLong(RecordOrder::position);

    public RecordOrder {
        if (effectiveAt == null) {
            throw new IllegalArgumentException("a record holds from some day");
        }
    }

    @Override
    public int compareTo(RecordOrder other) {
        return ORDER.compare(this, other);
    }
}
