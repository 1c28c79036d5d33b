/** What a manager sees of the team's plans at a glance: how far each is, never its words. */
package nl.klimrek.popforms.team;
