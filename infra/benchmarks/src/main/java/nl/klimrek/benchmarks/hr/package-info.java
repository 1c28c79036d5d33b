/** A large roster file, from its first byte until every service knows everybody in it. */
package nl.klimrek.benchmarks.hr;
