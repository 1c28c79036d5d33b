/** The part that all API descriptions share. */
@NullMarked
package nl.klimrek.servicekit.openapi;

import org.jspecify.annotations.NullMarked;
