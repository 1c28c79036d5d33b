package nl.klimrek.conversations.handover;

import static nl.klimrek.conversations.handover.HandoverStatus.APPROVED;
import static nl.klimrek.conversations.handover.HandoverStatus.OPEN;
import static nl.klimrek.conversations.handover.HandoverStatus.WITHHELD;

import java.time.LocalDate;
import nl.klimrek.contracts.conversations.HandoverApproved;
import nl.klimrek.contracts.conversations.HandoverOpened;
import nl.klimrek.contracts.conversations.HandoverReceived;
import nl.klimrek.contracts.conversations.HandoverWithheld;
import nl.klimrek.eventing.Decision;

/**
 * One change of manager, and what the employee lets the new one read. Dates and owners of open agreements move by
 * themselves; words move only in a packet that the employee approved. A packet is for this manager and nobody after them.
 *
 * @param id id of this hand-over
 * @param employee whose it is
 * @param counterpart person id of the new manager
 * @param former person id of the former manager, whose access ended
 * @param effectiveOn day of the change
 * @param status what the employee decided
 * @param packet what may be read; empty unless approved
 * @param received whether the new manager has read an approved packet
 */
public record Handover(
        String id,
        String employee,
        String counterpart,
        String former,
        LocalDate effectiveOn,
        HandoverStatus status,
        HandoverPacket packet,
        boolean received) {

    public Handover {
        packet = packet == null ? HandoverPacket.EMPTY : packet;
    }

    /** A manager changed. */
    public static Decision<Handover> opened(
            String id, String employee, String counterpart, String former, LocalDate effectiveOn) {
        return Decision.accept(
                new Handover(id, employee, counterpart, former, effectiveOn, OPEN, HandoverPacket.EMPTY, false),
                new HandoverOpened(id, employee, counterpart, former, effectiveOn));
    }

    /** Lets the new manager read the packet; what was withheld can still be given, what was given cannot be taken back. */
    public Decision<Handover> approve(HandoverPacket chosen) {
        if (status == APPROVED) {
            return decided();
        }
        String content = chosen.statement() == null
                ? null
                : chosen.statement().commitment().hash();
        return Decision.accept(
                with(APPROVED, chosen, false),
                new HandoverApproved(
                        id, employee, counterpart, chosen.agreements().size(), chosen.statement() != null, content));
    }

    /** Hands over nothing but what moves by itself. */
    public Decision<Handover> withhold() {
        return switch (status) {
            case OPEN ->
                Decision.accept(
                        with(WITHHELD, HandoverPacket.EMPTY, false), new HandoverWithheld(id, employee, counterpart));
            case WITHHELD -> Decision.unchanged();
            case APPROVED -> decided();
        };
    }

    /** The new manager reads an approved packet; only the first time is news. */
    public Decision<Handover> receive() {
        return status == APPROVED && !received
                ? Decision.accept(with(APPROVED, packet, true), new HandoverReceived(id, employee, counterpart))
                : Decision.unchanged();
    }

    private Handover with(HandoverStatus next, HandoverPacket chosen, boolean read) {
        return new Handover(id, employee, counterpart, former, effectiveOn, next, chosen, read);
    }

    private static Decision<Handover> decided() {
        return Decision.refuse("handover-approved-before");
    }
}
