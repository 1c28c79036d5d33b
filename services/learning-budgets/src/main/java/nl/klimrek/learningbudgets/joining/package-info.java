/** Who joins gets their pots, who leaves takes back what was still waiting. */
package nl.klimrek.learningbudgets.joining;
