/** Every figure beside the raw limit of the same engines, measured in the same run. */
package nl.klimrek.benchmarks;
