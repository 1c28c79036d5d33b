/** Tokens for tests, verified the way real ones are. */
package nl.klimrek.testkit.security;
