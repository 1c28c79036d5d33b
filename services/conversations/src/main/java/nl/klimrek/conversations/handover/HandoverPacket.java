package nl.klimrek.conversations.handover;

import java.util.Set;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * What the employee lets the new manager read. The text of agreements stays where it is; the packet only names them.
 *
 * @param agreements ids of open agreements whose words go along
 * @param statement the employee's own words; null without
 */
public record HandoverPacket(
        Set<String> agreements, @Nullable PrivateText statement) {

    static final HandoverPacket EMPTY = new HandoverPacket(Set.of(), null);

    public HandoverPacket {
        agreements = agreements == null ? Set.of() : Set.copyOf(agreements);
    }
}
