/** Strict reading of records as CloudEvents. */
@NullMarked
package nl.klimrek.eventing.cloudevent;

import org.jspecify.annotations.NullMarked;
