/** Answers refusals and failures as problem details (RFC 9457) in the reader's language. */
@NullMarked
package nl.klimrek.servicekit.problem;

import org.jspecify.annotations.NullMarked;
