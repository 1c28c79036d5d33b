package nl.klimrek.conversations.request;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Plans a conversation that somebody asks for. Where one of that type was due in its days and no time is agreed on yet, that
 * one becomes the one that was asked for, so that one occasion makes one conversation.
 */
@Component
class ConversationRequestService {

    private final AggregateStore<Conversation> conversations;
    private final RhythmService rhythms;
    private final CurrentRoster roster;

    ConversationRequestService(
            AggregateStore<Conversation> conversations, RhythmService rhythms, CurrentRoster roster) {
        this.conversations = conversations;
        this.rhythms = rhythms;
        this.roster = roster;
    }

    /** The conversation that was asked for; the same command finds the same one again. */
    Versioned<Conversation> ask(
            Organisation organisation, ConversationPlan plan, Participants two, Window window, MessageContext context) {
        LocalDate today = roster.today(organisation, two.employee());
        if (two.relation().outsideTheLine()) {
            return planned(organisation, plan, two, window, today, context);
        }
        Versioned<Conversation> asked = due(organisation, plan, two, window)
                .map(key -> conversations.handle(
                        key,
                        context,
                        found -> SchedulingSteps.ask(
                                found.orElseThrow(),
                                plan.conversation(),
                                window,
                                today,
                                roster.zoneOf(organisation, two.employee()))))
                .filter(taken -> answers(taken.state(), plan))
                .orElseGet(() -> planned(organisation, plan, two, window, today, context));
        rhythms.asked(organisation, asked.state());
        return asked;
    }

    /** The conversation that gives its place, or gave it to this command before. */
    private Optional<Key> due(Organisation organisation, ConversationPlan plan, Participants two, Window window) {
        Key own = Key.of(organisation, plan.conversation());
        List<Key> ahead = rhythms.of(organisation, two.employee()).ahead(plan.type(), window).stream()
                .map(id -> Key.of(organisation, id))
                .toList();
        if (ahead.isEmpty() || ahead.contains(own)) {
            return Optional.empty();
        }
        return conversations.findAll(ahead).stream()
                .map(Versioned::state)
                .filter(now -> now.participants().equals(two))
                .filter(now -> now.plan().reason() != ConversationReason.ASKED || answers(now, plan))
                .min(Comparator.comparing((Conversation now) -> answers(now, plan) ? 0 : 1)
                        .thenComparing(now -> now.appointment().window().from())
                        .thenComparing(now -> now.plan().conversation()))
                .map(now -> Key.of(organisation, now.plan().conversation()));
    }

    private static boolean answers(Conversation now, ConversationPlan plan) {
        return plan.conversation().equals(now.plan().request());
    }

    private Versioned<Conversation> planned(
            Organisation organisation,
            ConversationPlan plan,
            Participants two,
            Window window,
            LocalDate today,
            MessageContext context) {
        return conversations.handle(
                Key.of(organisation, plan.conversation()),
                context,
                found -> found.isPresent() ? Decision.unchanged() : Conversation.planned(plan, two, window, today));
    }
}
