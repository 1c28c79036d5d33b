/** Answers refusals and failures as problem details (RFC 9457) in the reader's language. */
package nl.klimrek.servicekit.problem;
