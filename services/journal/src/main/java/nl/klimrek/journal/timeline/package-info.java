/** Timelines of a subject, a correlation or a person, the access log, and who may read them. */
@NullMarked
package nl.klimrek.journal.timeline;

import org.jspecify.annotations.NullMarked;
