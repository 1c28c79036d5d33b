/** Markers in a document of the commands and events that it has applied. */
@NullMarked
package nl.klimrek.eventing.marker;

import org.jspecify.annotations.NullMarked;
