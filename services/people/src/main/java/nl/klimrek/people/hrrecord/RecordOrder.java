package nl.klimrek.people.hrrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * The place of a record among what an HR system said about one person. It has two parts: the day from which the record
 * holds, and the place in what the source said. What is said later counts, with one exception: a change that was
 * announced for a day takes effect on that day, whatever was said about earlier days in the meantime. Arrival does not
 * count, so late and doubled records do no harm. See {@code infra/decisions/which-hr-record-wins.md}.
 *
 * @param effectiveAt day from which the record holds
 * @param position the source's own sequence, or {@code saidAt} where it gives none
 * @param saidAt when the source said it, in microseconds since 1970; 0 in documents that did not keep it
 */
public record RecordOrder(LocalDate effectiveAt, long position, long saidAt) implements Comparable<RecordOrder> {

    private static final Comparator<RecordOrder> BY_DAY = Comparator.comparing(RecordOrder::countsFrom);

    public RecordOrder {
        if (effectiveAt == null) {
            throw new IllegalArgumentException("a record holds from some day");
        }
    }

    /** An order of which only the day and the source's own sequence are known. */
    public RecordOrder(LocalDate effectiveAt, long position) {
        this(effectiveAt, position, 0);
    }

    /** The order of a record whose source gives no sequence. */
    public static RecordOrder saidAt(LocalDate effectiveAt, Instant said) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, said);
        return new RecordOrder(effectiveAt, micros, micros);
    }

    /** Negative when {@code other} wins, positive when this one does, 0 when the one that arrived later does. */
    @Override
    public int compareTo(RecordOrder other) {
        int days = correctsSequenceOf(other) ? 0 : BY_DAY.compare(this, other);
        int known = days == 0 ? compareKnowledge(other) : days;
        return known == 0 ? effectiveAt.compareTo(other.effectiveAt) : known;
    }

    /** The order of what is known about an employment that has not begun: it counts from when it is said. */
    public RecordOrder countedFromStatement() {
        return announces() ? new RecordOrder(saidOn(), position, saidAt) : this;
    }

    /** Whether the source said this after the other, whatever days they are about. */
    public boolean saidAfter(RecordOrder other) {
        return compareKnowledge(other) > 0;
    }

    /** The day on which the source said it. */
    public LocalDate saidOn() {
        return LocalDate.ofInstant(said(), ZoneOffset.UTC);
    }

    /** The moment at which the source said it. */
    public Instant said() {
        return Instant.EPOCH.plus(saidAt, ChronoUnit.MICROS);
    }

    /** Whether it was said before the day from which it holds. */
    boolean announces() {
        return effectiveAt.isAfter(saidOn());
    }

    private LocalDate countsFrom() {
        return announces() ? effectiveAt : saidOn();
    }

    /** The arrival of records with a sequence says nothing about their order, unless one of them is an announcement. */
    private boolean correctsSequenceOf(RecordOrder other) {
        return sequenced() && other.sequenced() && !announces() && !other.announces();
    }

    private int compareKnowledge(RecordOrder other) {
        return sequenced() && other.sequenced()
                ? Long.compare(position, other.position)
                : Long.compare(saidAt, other.saidAt);
    }

    private boolean sequenced() {
        return position != saidAt;
    }
}
