/** Accounts of an organisation's own issuer and the people they belong to. */
package nl.klimrek.people.signin;
