package nl.klimrek.people.hrrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * The order of a record among the records about one person. It has two parts: the day from which the record holds, and
 * its position among the source's statements. The later statement wins, with one exception: a change announced for a day
 * takes effect on that day, whatever was stated about earlier days in between. Arrival does not count, so late and
 * repeated records do no harm. See {@code infra/decisions/which-hr-record-wins.md}.
 *
 * @param effectiveAt day from which the record holds
 * @param position the source's own sequence; {@code saidAt} when it gives none
 * @param saidAt when the source stated it, in microseconds since 1970; 0 in older documents
 */
public record RecordOrder(LocalDate effectiveAt, long position, long saidAt) implements Comparable<RecordOrder> {

    private static final Comparator<RecordOrder> BY_DAY = Comparator.comparing(RecordOrder::countsFrom);

    public RecordOrder {
        if (effectiveAt == null) {
            throw new IllegalArgumentException("a record holds from some day");
        }
    }

    /** An order with a day and the source's own sequence. */
    public RecordOrder(LocalDate effectiveAt, long position) {
        this(effectiveAt, position, 0);
    }

    /** The order of a record whose source gives no sequence. */
    public static RecordOrder saidAt(LocalDate effectiveAt, Instant said) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, said);
        return new RecordOrder(effectiveAt, micros, micros);
    }

    /** Negative when {@code other} wins, positive when this one does, 0 when the later arrival does. */
    @Override
    public int compareTo(RecordOrder other) {
        int days = correctsSequenceOf(other) ? 0 : BY_DAY.compare(this, other);
        int known = days == 0 ? compareStatements(other) : days;
        return known == 0 ? effectiveAt.compareTo(other.effectiveAt) : known;
    }

    /** The order of a statement about an employment that has not begun: it counts from the day it was made. */
    public RecordOrder countedFromStatement() {
        return announces() ? new RecordOrder(saidOn(), position, saidAt) : this;
    }

    /** Whether the source stated this after the other, whatever days they are about. */
    public boolean saidAfter(RecordOrder other) {
        return compareStatements(other) > 0;
    }

    /** The day on which the source stated it. */
    public LocalDate saidOn() {
        return LocalDate.ofInstant(said(), ZoneOffset.UTC);
    }

    /** The moment at which the source stated it. */
    public Instant said() {
        return Instant.EPOCH.plus(saidAt, ChronoUnit.MICROS);
    }

    /** Whether it was stated before the day from which it holds. */
    boolean announces() {
        return effectiveAt.isAfter(saidOn());
    }

    private LocalDate countsFrom() {
        return announces() ? effectiveAt : saidOn();
    }

    /** Whether the sequence alone decides: both records have one, and neither is an announcement. */
    private boolean correctsSequenceOf(RecordOrder other) {
        return sequenced() && other.sequenced() && !announces() && !other.announces();
    }

    private int compareStatements(RecordOrder other) {
        return sequenced() && other.sequenced()
                ? Long.compare(position, other.position)
                : Long.compare(saidAt, other.saidAt);
    }

    private boolean sequenced() {
        return position != saidAt;
    }
}
