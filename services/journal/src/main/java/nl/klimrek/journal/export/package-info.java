/** The form of exports and bundles: their lines and files, in plain Java without a service, a store or a broker. */
@NullMarked
package nl.klimrek.journal.export;

import org.jspecify.annotations.NullMarked;
