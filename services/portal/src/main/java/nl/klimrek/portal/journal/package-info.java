/** The journal: a person's own steps and who viewed their file; the proof of the whole, gaps, lag and dead letters. */
package nl.klimrek.portal.journal;
