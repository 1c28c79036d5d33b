package nl.klimrek.insights;

import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.conversations.AssessmentImported;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.insights.coverage.TeamRepository;
import nl.klimrek.insights.history.PersonConversations;
import nl.klimrek.insights.shift.MonthlyCountRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies the events that figures are counted from, each once. */
@Component
class InsightsListener {
    private final AggregateStore<PersonConversations> conversations;
    private final TeamRepository teams;
    private final MonthlyCountRepository months;

    InsightsListener(
            AggregateStore<PersonConversations> conversations, TeamRepository teams, MonthlyCountRepository months) {
        this.conversations = conversations;
        this.teams = teams;
        this.months = months;
    }

    /** Adds the events that this service listens to. */
    EventHandlers register(EventHandlers handlers) {
        return handlers.on(PersonJoined.class, (event, meta) -> teamSeen(event.team(), meta))
                .on(PersonChanged.class, (event, meta) -> teamSeen(event.team(), meta))
                .on(
                        ConversationPlanned.class,
                        (event, meta) -> change(
                                event.employee(), meta, known -> known.planned(event.conversation(), event.type())))
                .on(
                        ConversationHeld.class,
                        (event, meta) -> held(
                                event.employee(),
                                event.heldAt(),
                                meta,
                                known -> known.held(event.conversation(), event.heldAt())))
                .on(AssessmentImported.class, this::imported)
                .on(
                        ConversationCancelled.class,
                        (event, meta) ->
                                change(event.employee(), meta, known -> known.cancelled(event.conversation())));
    }

    /** Counts the month from all conversations of the person, so that counting it again gives the same. */
    private void held(String person, Instant at, EventMeta meta, UnaryOperator<PersonConversations> change) {
        PersonConversations known = change(person, meta, change);
        months.count(meta.organisation(), person, YearMonth.from(at.atZone(ZoneOffset.UTC)), known);
    }

    private void imported(AssessmentImported imported, EventMeta meta) {
        Instant noon = imported.heldOn().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        held(
                imported.employee(),
                noon,
                meta,
                known -> known.planned(imported.conversation(), ConversationType.ASSESSMENT)
                        .held(imported.conversation(), noon));
    }

    private PersonConversations change(String person, EventMeta meta, UnaryOperator<PersonConversations> change) {
        return conversations
                .handle(
                        Key.of(meta.organisation(), person),
                        MessageContext.event(meta).withLateEventPolicy(LateEventPolicy.APPLY),
                        known -> Decision.accept(change.apply(known.orElse(PersonConversations.NONE))))
                .state();
    }

    private void teamSeen(@Nullable String team, EventMeta meta) {
        if (team != null) {
            teams.add(team, meta);
        }
    }
}
