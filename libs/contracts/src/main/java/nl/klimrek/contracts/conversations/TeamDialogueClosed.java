package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The team's dialogue closed, with agreements or a reasoned no-action.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param outcome how it closed
 * @param agreements agreements made
 * @param reason commitment of the no-action reason (may be null)
 */
@EventContract(type = "nl.klimrek.conversations.team-dialogue-closed.v1", topic = Topics.CONVERSATIONS)
public record TeamDialogueClosed(
        String dialogue,
        String team,
        Outcome outcome,
        int agreements,

        @StringFormat(StringFormat.Kind.COMMITMENT) @Nullable
        String reason) {}
