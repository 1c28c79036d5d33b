/** HR records that could not be processed: kept whole, with a reason, until HR repairs them. */
@NullMarked
package nl.klimrek.people.quarantine;

import org.jspecify.annotations.NullMarked;
