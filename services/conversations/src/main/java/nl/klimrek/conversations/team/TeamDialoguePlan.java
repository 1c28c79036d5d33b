package nl.klimrek.conversations.team;

import nl.klimrek.conversations.dialogue.scheduling.Window;

/**
 * What was planned; never changes.
 *
 * @param id id of the dialogue
 * @param team code of the team
 * @param facilitator person id of the team's manager when it was planned
 * @param window days within which to talk
 */
public record TeamDialoguePlan(String id, String team, String facilitator, Window window) {}
