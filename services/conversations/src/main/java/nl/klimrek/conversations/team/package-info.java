/** A team's own dialogue: shared goals, and what each member contributes. */
package nl.klimrek.conversations.team;
