/** OAuth 2 clients, signing keys and the claims of tokens. */
package nl.klimrek.identity.tokens;
