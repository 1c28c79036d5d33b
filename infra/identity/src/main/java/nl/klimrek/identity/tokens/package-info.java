/** OAuth 2 clients, signing keys and the claims of tokens. */
@NullMarked
package nl.klimrek.identity.tokens;

import org.jspecify.annotations.NullMarked;
