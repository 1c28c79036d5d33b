/** A service's own knowledge of people, kept from events, and whether a caller may reach somebody's things. */
@NullMarked
package nl.klimrek.servicekit.people;

import org.jspecify.annotations.NullMarked;
