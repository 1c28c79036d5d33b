/** Reads request bodies strictly and names every field that does not fit. */
@NullMarked
package nl.klimrek.servicekit.json;

import org.jspecify.annotations.NullMarked;
