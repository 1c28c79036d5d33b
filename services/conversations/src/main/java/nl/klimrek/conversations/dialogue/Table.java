package nl.klimrek.conversations.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Refusal;

/**
 * What lies on the table for both: points for the agenda and shared notes.
 *
 * @param points in the order they were added, at most {@link #MOST_POINTS}
 * @param notes in the order they were shared, at most {@link #MOST_NOTES}
 */
public record Table(List<Point> points, List<SharedNote> notes) {

    static final int MOST_POINTS = 40;
    static final int MOST_NOTES = 100;
    static final Table EMPTY = new Table(List.of(), List.of());

    public Table {
        points = points == null ? List.of() : List.copyOf(points);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    Optional<Refusal> full(Point point) {
        return points.size() < MOST_POINTS
                ? Optional.empty()
                : Optional.of(Refusal.of("points-full", "most", MOST_POINTS));
    }

    Optional<Refusal> full(SharedNote note) {
        return notes.size() < MOST_NOTES ? Optional.empty() : Optional.of(Refusal.of("notes-full", "most", MOST_NOTES));
    }

    /** Why this side can not take this point off: it is not there, or the other put it there. */
    Optional<Refusal> barred(Side by, String point) {
        Optional<Point> found =
                points.stream().filter(one -> one.id().equals(point)).findFirst();
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("point-unknown"));
        }
        return found.filter(one -> one.by() != by).map(one -> Refusal.of("point-not-yours"));
    }

    boolean has(SharedNote note) {
        return notes.stream().anyMatch(one -> one.id().equals(note.id()));
    }

    Table plus(Point point) {
        List<Point> more = new ArrayList<>(points);
        more.add(point);
        return new Table(more, notes);
    }

    Table plus(SharedNote note) {
        List<SharedNote> more = new ArrayList<>(notes);
        more.add(note);
        return new Table(points, more);
    }

    Table without(String point) {
        return new Table(points.stream().filter(one -> !one.id().equals(point)).toList(), notes);
    }
}
