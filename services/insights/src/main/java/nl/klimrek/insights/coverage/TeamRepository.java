package nl.klimrek.insights.coverage;

import java.util.Set;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Every team that an organisation has had. Who is in a team now is read from the roster. */
@Component
public class TeamRepository {
    private static final String TEAMS = "teams";

    private final AggregateStore<TeamCodes> teams;
    private final StoredTeamCache stored = new StoredTeamCache();

    TeamRepository(AggregateStore<TeamCodes> teams) {
        this.teams = teams;
    }

    /** Adds a team. Adding it again changes nothing, so no marker of the event is kept: markers would outgrow the document. */
    public void add(String team, EventMeta event) {
        if (!stored.isNew(event.organisation(), team)) {
            return;
        }
        teams.handle(
                Key.of(event.organisation(), TEAMS), MessageContext.event(event).withoutMarker(), known -> {
                    TeamCodes before = known.orElse(TeamCodes.NONE);
                    return before.codes().contains(team) ? Decision.unchanged() : Decision.accept(before.with(team));
                });
        stored.add(event.organisation(), team);
    }

    Set<String> codes(Organisation organisation) {
        return teams.find(Key.of(organisation, TEAMS))
                .map(Versioned::state)
                .orElse(TeamCodes.NONE)
                .codes();
    }
}
