/** Sign-in at a foreign issuer, in a browser. */
package nl.klimrek.acceptance.signin;
