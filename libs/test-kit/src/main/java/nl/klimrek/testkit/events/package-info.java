/** Events for tests: built from their golden samples, published as their service would, and read from their topics. */
package nl.klimrek.testkit.events;
