/** Group figures, from events alone; words never come here, and no figure is about fewer people than the minimum. */
package nl.klimrek.insights;
