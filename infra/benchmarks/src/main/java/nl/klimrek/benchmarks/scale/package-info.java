/** The cost of a command with few documents and with many. */
@NullMarked
package nl.klimrek.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
