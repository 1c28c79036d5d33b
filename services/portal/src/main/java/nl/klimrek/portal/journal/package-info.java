/** The journal: a person's own steps and who viewed their file; the proof of the whole, gaps, lag and dead letters. */
@NullMarked
package nl.klimrek.portal.journal;

import org.jspecify.annotations.NullMarked;
