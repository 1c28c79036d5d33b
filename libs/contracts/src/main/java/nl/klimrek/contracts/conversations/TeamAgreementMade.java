package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A team made an agreement.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param agreement id of the agreement
 * @param owner person id of who looks after it; absent when the team does (may be null)
 * @param dueDate day it is due
 * @param content commitment of what was agreed
 */
@EventContract(type = "nl.klimrek.conversations.team-agreement-made.v1", topic = Topics.CONVERSATIONS)
public record TeamAgreementMade(
        String dialogue,
        String team,
        String agreement,
        @Nullable String owner,
        LocalDate dueDate,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
