package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A team's agreement was kept or dropped.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param agreement id of the agreement
 * @param kept whether it was kept
 */
@EventContract(type = "nl.klimrek.conversations.team-agreement-settled.v1", topic = Topics.CONVERSATIONS)
public record TeamAgreementSettled(String dialogue, String team, String agreement, boolean kept) {}
