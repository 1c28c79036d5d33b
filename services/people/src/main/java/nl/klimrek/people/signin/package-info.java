/** Which sign-in at an organisation's own issuer is which person: found once, kept, shown to HR, ended. */
package nl.klimrek.people.signin;
