package nl.klimrek.conversations.handover;

import java.util.Set;
import nl.klimrek.conversations.dialogue.Words;

/**
 * What the employee lets the new manager read. Words of agreements stay where they are; the packet only names them.
 *
 * @param agreements ids of open agreements whose words go along
 * @param statement the employee's own words; null without
 */
public record Packet(Set<String> agreements, Words statement) {

    static final Packet EMPTY = new Packet(Set.of(), null);

    public Packet {
        agreements = agreements == null ? Set.of() : Set.copyOf(agreements);
    }
}
