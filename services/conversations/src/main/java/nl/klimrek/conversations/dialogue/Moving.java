package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationStatus.PLANNED;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Decision;

/** What becomes of a conversation whose days change. */
record Moving(Conversation now) {

    /** Back in its window; one that passed opens again, and only that is told. */
    Decision<Conversation> reopened(LocalDate today) {
        Conversation open = with(PLANNED, now.appointment().openOn(today));
        return Decision.accept(
                open,
                open.appointment().equals(now.appointment())
                        ? List.of()
                        : List.of(ConversationEvents.of(open).planned()));
    }

    /**
     * To other days, because the employee's own days changed. A slot that still fits stays; one that does not is declined on
     * the employee's behalf, so that whoever follows the conversation hears that it is off the table.
     */
    Decision<Conversation> to(Window days, LocalDate today, ZoneId zone) {
        if (days.passed(today)) {
            return Decision.refuse("window-passed");
        }
        Appointment before = now.appointment();
        if (days.equals(before.window())) {
            return Decision.unchanged();
        }
        if (before.proposal() == null) {
            return told(with(PLANNED, new Appointment(days, null, before.lastDecline())));
        }
        boolean fits =
                !LocalDate.ofInstant(before.proposal().slot().start(), zone).isAfter(days.until());
        Conversation moved = fits
                ? with(now.status(), new Appointment(days, before.proposal(), before.lastDecline()))
                : with(PLANNED, new Appointment(days, null, null));
        return fits
                ? told(moved)
                : Decision.accept(moved, ConversationEvents.of(moved).declined(Side.EMPLOYEE))
                        .then(Moving::told);
    }

    private Conversation with(ConversationStatus status, Appointment appointment) {
        return new NextConversation(now).with(status, appointment);
    }

    private static Decision<Conversation> told(Conversation moved) {
        return Decision.accept(moved, ConversationEvents.of(moved).planned());
    }
}
