/** A large roster file, from its first byte until every service knows everybody in it. */
@NullMarked
package nl.klimrek.benchmarks.hr;

import org.jspecify.annotations.NullMarked;
