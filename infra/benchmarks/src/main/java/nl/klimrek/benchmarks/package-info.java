/** Every figure beside the raw limit of the same engines, measured in the same run. */
@NullMarked
package nl.klimrek.benchmarks;

import org.jspecify.annotations.NullMarked;
