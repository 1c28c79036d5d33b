/** The planner at work: plans slots for a cycle, proposes them, and proposes again what a change of somebody's time broke. */
package nl.klimrek.conversations.planning.proposal;
