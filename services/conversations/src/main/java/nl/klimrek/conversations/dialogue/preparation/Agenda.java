package nl.klimrek.conversations.dialogue.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Refusal;

/**
 * The agenda that both sides read: points to talk about, and notes they shared.
 *
 * @param points in the order they were added, at most {@link #MAX_POINTS}
 * @param notes in the order they were shared, at most {@link #MAX_NOTES}
 */
public record Agenda(List<AgendaPoint> points, List<SharedNote> notes) {

    public static final int MAX_POINTS = 40;
    public static final int MAX_NOTES = 100;
    public static final Agenda EMPTY = new Agenda(List.of(), List.of());

    public Agenda {
        points = points == null ? List.of() : List.copyOf(points);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    public Optional<Refusal> refuses(AgendaPoint point) {
        return points.size() < MAX_POINTS
                ? Optional.empty()
                : Optional.of(Refusal.of("points-full", "most", MAX_POINTS));
    }

    /** Why a note cannot be added: there is no room. One that is there already is never refused. */
    public Optional<Refusal> refuses(SharedNote note) {
        return has(note) || notes.size() < MAX_NOTES
                ? Optional.empty()
                : Optional.of(Refusal.of("notes-full", "most", MAX_NOTES));
    }

    /** Why this side cannot remove this point: it is not there, or it is of the other side. */
    public Optional<Refusal> refusesRemoval(Side by, String point) {
        Optional<AgendaPoint> found =
                points.stream().filter(one -> one.id().equals(point)).findFirst();
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("point-unknown"));
        }
        return found.filter(one -> one.by() != by).map(one -> Refusal.of("point-not-yours"));
    }

    private boolean has(SharedNote note) {
        return notes.stream().anyMatch(one -> one.id().equals(note.id()));
    }

    public Agenda plus(AgendaPoint point) {
        List<AgendaPoint> more = new ArrayList<>(points);
        more.add(point);
        return new Agenda(more, notes);
    }

    public Agenda plus(SharedNote note) {
        if (has(note)) {
            return this;
        }
        List<SharedNote> more = new ArrayList<>(notes);
        more.add(note);
        return new Agenda(points, more);
    }

    public Agenda without(String point) {
        return new Agenda(points.stream().filter(one -> !one.id().equals(point)).toList(), notes);
    }
}
