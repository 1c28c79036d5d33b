package nl.klimrek.conversations.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.preparation.PreparationAnswer;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.scheduling.Acceptance;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.SelectionReason;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;

/** Conversations at each place of their life, and one possible command for each step. */
public final class ConversationFixture {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-02");
    public static final Slot SLOT = slotInDays(3);
    static final Window WINDOW = new Window(TODAY, TODAY.plusDays(20));

    static final Questionnaire SHEET = new Questionnaire(
            "DEVELOPMENT@1",
            List.of(
                    new SelectedQuestion("energy", 1, SelectionReason.HEART, null),
                    new SelectedQuestion("dare", 1, SelectionReason.BALANCE, "DURVEN")),
            null);
    static final SelectedQuestion OTHER = new SelectedQuestion("sideways", 1, SelectionReason.SWAPPED, null);

    private ConversationFixture() {}

    static Slot slotInDays(int days) {
        Instant start = NOW.plus(Duration.ofDays(days));
        return new Slot(start, start.plus(Duration.ofHours(1)));
    }

    static Decision<Conversation> planning() {
        return Conversation.planned(
                new ConversationPlan("c-1", ConversationType.DEVELOPMENT, ConversationReason.CADENCE, "cycle-1", null),
                Participants.of("emma", "mark", Relation.LINE),
                WINDOW,
                TODAY);
    }

    public static Conversation planned() {
        return after(planning());
    }

    public static Conversation invited() {
        return after(SchedulingSteps.invite(planned(), new Proposal(SLOT, Side.COUNTERPART), NOW, TODAY));
    }

    /** Agreement with a slot, for which the time of both is reserved; null for the current one. */
    static Acceptance accepting(Conversation now, Slot seen) {
        return new Acceptance(seen, now.appointment().round(), false);
    }

    public static Conversation accepted() {
        return after(SchedulingSteps.accept(invited(), Side.EMPLOYEE, accepting(invited(), SLOT)));
    }

    static Conversation held() {
        return after(accepted().hold(holding(), NOW));
    }

    static Conversation recorded() {
        return after(held().record(Side.COUNTERPART, PrivateText.of("We talked about the night shifts.")));
    }

    static Conversation confirmed() {
        return after(after(recorded().confirm(Side.EMPLOYEE, 1)).confirm(Side.COUNTERPART, 1));
    }

    static Conversation closed() {
        return after(after(confirmed().agree(agreement("a-1"), TODAY)).close(null));
    }

    static Conversation cancelled() {
        return after(planned().cancel(CancelReason.NO_LONGER_NEEDED, null));
    }

    static Conversation missed() {
        return after(planned().miss(NOW.plus(Duration.ofDays(30)), TODAY.plusDays(30)));
    }

    static Conversation in(ConversationStatus status) {
        return switch (status) {
            case PLANNED -> planned();
            case INVITED -> invited();
            case ACCEPTED -> accepted();
            case HELD -> held();
            case RECORDED -> recorded();
            case CONFIRMED -> confirmed();
            case CLOSED -> closed();
            case CANCELLED -> cancelled();
            case MISSED -> missed();
        };
    }

    static Agreement agreement(String id) {
        return Agreement.made(
                id, PrivateText.of("Join the planning team for a day"), AgreementOwner.MANAGER, TODAY.plusDays(10));
    }

    static MeetingHeld holding() {
        return new MeetingHeld(
                NOW,
                List.of(new MeetingHeld.Discussed("energy", 1)),
                new Orientation(Approach.AMPLITIVE, Horizon.NOW, Perspective.PERSON));
    }

    static AgendaPoint point(String id, Side by) {
        return new AgendaPoint(id, by, PrivateText.of("The night shifts"));
    }

    static SharedNote note(String id, Side by) {
        return new SharedNote(id, by, PrivateText.of("Remember the handbook"));
    }

    static Preparation draft(String text) {
        return Preparation.draft("DEVELOPMENT@1", List.of(new PreparationAnswer("energy", 1, text)));
    }

    static Conversation after(Decision<Conversation> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("nothing changed");
        });
    }

    static List<Record> facts(Decision<Conversation> decision) {
        return decision instanceof Decision.Accepted<Conversation> accepted ? accepted.events() : List.of();
    }

    static String refusal(Decision<Conversation> decision) {
        return decision instanceof Decision.Refused<Conversation> refused
                ? refused.refusal().code()
                : null;
    }
}
