/** The organisations that an operator opened, kept in the store of people. */
@NullMarked
package nl.klimrek.servicekit.organisations;

import org.jspecify.annotations.NullMarked;
