/** People as a service knows them from events, and the access of a caller to a person. */
@NullMarked
package nl.klimrek.servicekit.people;

import org.jspecify.annotations.NullMarked;
