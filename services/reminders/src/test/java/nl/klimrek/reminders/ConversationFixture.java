package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.contracts.conversations.HandoverOpened;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.testkit.events.TestEvent;

/** Events of one conversation, as its service publishes them. Private texts are commitments. */
record ConversationFixture(OrganisationFixture office, String id) {

    static final String COMMITMENT = "a1b2c3d4".repeat(8);

    TestEvent invite(Side by, Instant slot) {
        return tell(by, new ConversationInvited(id, ANNA, BRAM, by, slot, end(slot)));
    }

    void reschedule(Side by, Instant slot) {
        tell(by, new ConversationRescheduled(id, ANNA, BRAM, by, slot, end(slot)));
    }

    void accept(Side by, Instant slot) {
        tell(by, new ConversationAccepted(id, ANNA, BRAM, by, slot, end(slot)));
    }

    void acceptPrepared(Side by, Instant slot, int days) {
        tell(by, new ConversationAccepted(id, ANNA, BRAM, by, slot, end(slot), days));
    }

    void decline(Side by) {
        tell(by, new ConversationDeclined(id, ANNA, BRAM, by, COMMITMENT));
    }

    void prepare(Side by) {
        tell(by, new PreparationSaved(id, ANNA, BRAM, by, COMMITMENT));
    }

    void hold(Side by, Instant at) {
        tell(by, new ConversationHeld(id, ANNA, BRAM, at, null, null, null));
    }

    void record(Side by, int version) {
        tell(by, new ConversationRecorded(id, ANNA, BRAM, by, version, COMMITMENT));
    }

    void confirm(Side by, boolean complete) {
        tell(by, new ConversationConfirmed(id, ANNA, BRAM, by, 1, complete));
    }

    void cancel() {
        tell(Side.COUNTERPART, new ConversationCancelled(id, ANNA, BRAM, CancelReason.NO_LONGER_NEEDED));
    }

    TestEvent agree(String agreement, AgreementOwner owner, LocalDate due) {
        return agree(agreement, owner, due, true);
    }

    TestEvent agree(String agreement, AgreementOwner owner, LocalDate due, Boolean movesAlong) {
        return tell(Side.EMPLOYEE, new AgreementMade(id, ANNA, BRAM, agreement, owner, due, COMMITMENT, movesAlong));
    }

    TestEvent handOver(String former, String manager) {
        String handover = "h-" + UUID.randomUUID();
        return Reminders.SHARED.publish(
                office.organisation,
                ANNA,
                handover,
                "system:conversations",
                new HandoverOpened(handover, ANNA, manager, former, LocalDate.parse("2026-01-05")));
    }

    void part() {
        tell(Side.EMPLOYEE, new CounterpartParted(id, ANNA, BRAM));
    }

    void keep(String agreement, LocalDate on) {
        tell(Side.EMPLOYEE, new AgreementKept(id, ANNA, BRAM, agreement, on));
    }

    void drop(String agreement) {
        tell(Side.EMPLOYEE, new AgreementDropped(id, ANNA, BRAM, agreement, COMMITMENT));
    }

    private TestEvent tell(Side by, Record fact) {
        return Reminders.SHARED.publish(office.organisation, ANNA, id, by == Side.EMPLOYEE ? ANNA : BRAM, fact);
    }

    private static Instant end(Instant slot) {
        return slot.plus(Duration.ofHours(1));
    }
}
