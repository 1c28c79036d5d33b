package nl.klimrek.conversations.appointment;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Decision;

/**
 * The times of one person that are reserved for conversations. {@link ReservationService} says what a reservation is worth.
 *
 * @param reservations by conversation; no two of them overlap
 */
record AppointmentBook(Map<String, Reservation> reservations) {

    static final AppointmentBook EMPTY = new AppointmentBook(Map.of());

    AppointmentBook {
        reservations = reservations == null ? Map.of() : Map.copyOf(reservations);
    }

    /**
     * Reserves a time, unless another conversation has a part of it. What is over is forgotten. A reservation of the same
     * conversation in an earlier round gives way; one in a later round stays.
     */
    Decision<AppointmentBook> reserve(String conversation, Reservation wanted) {
        Reservation own = reservations.get(conversation);
        boolean later = own != null && own.round() > wanted.round();
        if (later
                || holds(conversation, wanted)
                || !others(conversation, wanted).isEmpty()) {
            return Decision.unchanged();
        }
        Map<String, Reservation> next = new TreeMap<>(reservations);
        next.values().removeIf(held -> held.end().isBefore(wanted.at()));
        next.put(conversation, wanted);
        return Decision.accept(new AppointmentBook(next));
    }

    /** Whether the conversation has this time in this round. */
    boolean holds(String conversation, Reservation wanted) {
        Reservation own = reservations.get(conversation);
        return own != null && own.equals(wanted.slot(), wanted.round());
    }

    /** Reservations of other conversations in a part of this time, by conversation. */
    Map<String, Reservation> others(String conversation, Reservation wanted) {
        return reservations.entrySet().stream()
                .filter(held ->
                        !held.getKey().equals(conversation) && held.getValue().overlaps(wanted))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }

    /** Removes a reservation as it was read; a newer one stays. */
    Decision<AppointmentBook> remove(String conversation, Reservation read) {
        if (!read.equals(reservations.get(conversation))) {
            return Decision.unchanged();
        }
        Map<String, Reservation> next = new TreeMap<>(reservations);
        next.remove(conversation);
        return Decision.accept(new AppointmentBook(next));
    }
}
