/** What plans cost: importing and searching lists of skills. */
@NullMarked
package nl.klimrek.benchmarks.popforms;

import org.jspecify.annotations.NullMarked;
