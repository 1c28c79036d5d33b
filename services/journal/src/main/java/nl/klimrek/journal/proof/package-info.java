/** The proof of a single step and its offline verification, in plain Java without a service, a store or a broker. */
@NullMarked
package nl.klimrek.journal.proof;

import org.jspecify.annotations.NullMarked;
