/** Joins the event machinery to the contracts. */
@NullMarked
package nl.klimrek.servicekit.events;

import org.jspecify.annotations.NullMarked;
