/** Offline verification of exports and bundles, in plain Java without a service, a store or a broker. */
@NullMarked
package nl.klimrek.journal.verify;

import org.jspecify.annotations.NullMarked;
