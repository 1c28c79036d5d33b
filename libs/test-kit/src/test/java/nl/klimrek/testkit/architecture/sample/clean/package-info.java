/** Keeps every rule. */
@NullMarked
package nl.klimrek.testkit.architecture.sample.clean;

import org.jspecify.annotations.NullMarked;
