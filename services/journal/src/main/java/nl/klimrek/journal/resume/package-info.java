/** Resumes a chain that was restored from a backup: finds what was published and lost, and signs that in an entry. */
@NullMarked
package nl.klimrek.journal.resume;

import org.jspecify.annotations.NullMarked;
