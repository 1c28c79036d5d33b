/** Sign-in at an issuer that is not ours, in a browser. */
package nl.klimrek.acceptance.signin;
