/** One service under test: started on a test backend, called over HTTP, on a clock that the test moves. */
@NullMarked
package nl.klimrek.testkit.service;

import org.jspecify.annotations.NullMarked;
