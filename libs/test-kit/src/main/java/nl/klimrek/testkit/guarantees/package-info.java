/**
 * What delivery promises, as objects: each is fed a history and judges it. A history may be fed by many threads at once.
 *
 * <p>What can be seen to be broken at once is refused at once; what can only be known when everything has drained is
 * refused by {@link nl.klimrek.testkit.guarantees.Guarantee#judge()}. The Javadoc of each lists histories that are legal
 * and histories that are not, and each of those is a test.
 */
@NullMarked
package nl.klimrek.testkit.guarantees;

import org.jspecify.annotations.NullMarked;
