/** Joins the event machinery to the contracts. */
package nl.klimrek.servicekit.events;
