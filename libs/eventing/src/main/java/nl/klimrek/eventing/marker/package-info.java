/** Markers in a document of the commands and events that it has applied. */
package nl.klimrek.eventing.marker;
