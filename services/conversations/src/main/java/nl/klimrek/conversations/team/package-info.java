/** A team talks as a team: shared goals, and what each member offers to help them; never a sum of personal plans. */
package nl.klimrek.conversations.team;
