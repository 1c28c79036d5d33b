/** The team's plans as a manager sees them: how far each is, never its text. */
package nl.klimrek.popforms.team;
