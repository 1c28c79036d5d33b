/** Facts about who is on the roster. */
@NullMarked
package nl.klimrek.contracts.people;

import org.jspecify.annotations.NullMarked;
