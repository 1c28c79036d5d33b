package nl.klimrek.insights.coverage;

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
import nl.klimrek.insights.shift.Shifts;
import org.springframework.stereotype.Component;

/** Keeps what coverage is counted from, each event once. */
@Component
public class CoverageListener {

    static final String TEAMS = "teams";

    private final AggregateStore<TalksOfPerson> talks;
    private final AggregateStore<Teams> teams;
    private final Shifts shifts;
    private final SeenTeams seen = new SeenTeams();

    CoverageListener(AggregateStore<TalksOfPerson> talks, AggregateStore<Teams> teams, Shifts shifts) {
        this.talks = talks;
        this.teams = teams;
        this.shifts = shifts;
    }

    /** Adds what this feature listens to. */
    public EventHandlers register(EventHandlers handlers) {
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

    /** The month is counted from all that is known of the person, so that counting it again comes to the same. */
    private void held(String person, Instant at, EventMeta meta, UnaryOperator<TalksOfPerson> change) {
        TalksOfPerson known = change(person, meta, change);
        shifts.count(person, YearMonth.from(at.atZone(ZoneOffset.UTC)), known, meta);
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

    private TalksOfPerson change(String person, EventMeta meta, UnaryOperator<TalksOfPerson> change) {
        return talks.handle(
                        Key.of(meta.organisation(), person),
                        MessageContext.event(meta).withLateEventPolicy(LateEventPolicy.APPLY),
                        known -> Decision.accept(change.apply(known.orElse(TalksOfPerson.NONE))))
                .state();
    }

    /** Adding to a set is the same the second time, and one marker a person would outgrow the document. */
    private void teamSeen(String team, EventMeta meta) {
        if (team == null || !seen.isNew(meta.organisation(), team)) {
            return;
        }
        teams.handle(
                Key.of(meta.organisation(), TEAMS), MessageContext.event(meta).withoutMarker(), known -> {
                    Teams before = known.orElse(Teams.NONE);
                    return before.codes().contains(team) ? Decision.unchanged() : Decision.accept(before.with(team));
                });
        seen.add(meta.organisation(), team);
    }
}
