/** Events for tests: built from their golden samples, published as their service would, and read from their topics. */
@NullMarked
package nl.klimrek.testkit.events;

import org.jspecify.annotations.NullMarked;
