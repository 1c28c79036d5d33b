package nl.klimrek.conversations.dialogue.preparation;

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
public record Agenda(List<AgendaPoint> points, List<SharedNote> notes) {

    public static final int MOST_POINTS = 40;
    public static final int MOST_NOTES = 100;
    public static final Agenda EMPTY = new Agenda(List.of(), List.of());

    public Agenda {
        points = points == null ? List.of() : List.copyOf(points);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    public Optional<Refusal> full(AgendaPoint point) {
        return points.size() < MOST_POINTS
                ? Optional.empty()
                : Optional.of(Refusal.of("points-full", "most", MOST_POINTS));
    }

    public Optional<Refusal> full(SharedNote note) {
        return notes.size() < MOST_NOTES ? Optional.empty() : Optional.of(Refusal.of("notes-full", "most", MOST_NOTES));
    }

    /** SelectionReason this side can not take this point off: it is not there, or the other put it there. */
    public Optional<Refusal> barred(Side by, String point) {
        Optional<AgendaPoint> found =
                points.stream().filter(one -> one.id().equals(point)).findFirst();
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("point-unknown"));
        }
        return found.filter(one -> one.by() != by).map(one -> Refusal.of("point-not-yours"));
    }

    public boolean has(SharedNote note) {
        return notes.stream().anyMatch(one -> one.id().equals(note.id()));
    }

    public Agenda plus(AgendaPoint point) {
        List<AgendaPoint> more = new ArrayList<>(points);
        more.add(point);
        return new Agenda(more, notes);
    }

    public Agenda plus(SharedNote note) {
        List<SharedNote> more = new ArrayList<>(notes);
        more.add(note);
        return new Agenda(points, more);
    }

    public Agenda without(String point) {
        return new Agenda(points.stream().filter(one -> !one.id().equals(point)).toList(), notes);
    }
}
