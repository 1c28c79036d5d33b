/** Keeps sessions in the portal's store, so that requests of one session at the same time keep what each of them changed. */
@NullMarked
package nl.klimrek.portal.session;

import org.jspecify.annotations.NullMarked;
