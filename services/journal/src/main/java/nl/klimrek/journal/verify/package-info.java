/** The export's format and its offline verification, in plain Java without a service, a store or a broker. */
@NullMarked
package nl.klimrek.journal.verify;

import org.jspecify.annotations.NullMarked;
