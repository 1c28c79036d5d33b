/** Calls the services on a reader's behalf, with the reader's own token; each call gives a value or a trouble to show. */
@NullMarked
package nl.klimrek.portal.services;

import org.jspecify.annotations.NullMarked;
