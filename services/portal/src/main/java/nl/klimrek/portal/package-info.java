/** The door for people and the API gateway: it owns no fact, it shows and passes on what the services answer. */
@NullMarked
package nl.klimrek.portal;

import org.jspecify.annotations.NullMarked;
