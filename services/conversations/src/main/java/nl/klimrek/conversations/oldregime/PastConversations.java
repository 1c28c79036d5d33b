package nl.klimrek.conversations.oldregime;

import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;

import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.OldRegime;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.imports.ImportJob;
import org.springframework.stereotype.Component;

/** The conversations that old checklists became, or become. */
@Component
final class PastConversations {

    private final AggregateStore<Conversation> conversations;
    private final Roster roster;

    PastConversations(AggregateStore<Conversation> conversations, Roster roster) {
        this.conversations = conversations;
        this.roster = roster;
    }

    Optional<Conversation> find(Organisation organisation, Checklist checklist) {
        return conversations.find(Key.of(organisation, checklist.conversation())).map(Versioned::state);
    }

    void handle(ImportJob job, Checklist checklist, Function<Optional<Conversation>, Decision<Conversation>> decider) {
        conversations.handle(Key.of(job.owner(), checklist.conversation()), job.cause(), decider);
    }

    /** Whether this content is what the conversation was imported with. */
    boolean same(Conversation there, Checklist checklist) {
        return there.reports().versions().get(0).words().commitment().proves(checklist.content());
    }

    /** The conversation it becomes, at noon of its day where the employee is. */
    Decision<Conversation> imported(ImportJob job, Checklist checklist) {
        Participants two = Participants.of(checklist.employee(), checklist.counterpart(), Relation.LINE);
        return OldRegime.imported(checklist.conversation(), two, checklist.heldOn(), checklist.heldOn().atTime(LocalTime.NOON)
                .atZone(roster.zoneOf(job.owner(), checklist.employee())).toInstant(), Words.of(checklist.content()), job.id());
    }
}
