/** Compares the broker's topics with their declarations, and refuses to start a service on topics that differ. */
@NullMarked
package nl.klimrek.servicekit.topics;

import org.jspecify.annotations.NullMarked;
