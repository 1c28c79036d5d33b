/** Stores in memory, for tests with more documents than a test can put into a real store. */
@NullMarked
package nl.klimrek.testkit.store;

import org.jspecify.annotations.NullMarked;
