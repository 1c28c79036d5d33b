/** Accounts of an organisation's own issuer and the people they belong to. */
@NullMarked
package nl.klimrek.people.signin;

import org.jspecify.annotations.NullMarked;
