/** The demo accounts and the directory of people that identifies them. */
@NullMarked
package nl.klimrek.identity.people;

import org.jspecify.annotations.NullMarked;
