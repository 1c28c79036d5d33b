/** From an accepted command to its stored journal entry, beside a loop that does the bare minimum on the same engines. */
@NullMarked
package nl.klimrek.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
