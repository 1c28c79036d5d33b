/**
 * An OpenID Connect issuer for the demo and for tests. Its command-line client may act for any demo user, so it
 * starts only with the Spring profile {@code demo}. In production an organisation's own issuer replaces it; services
 * need only the claims {@code sub}, {@code org}, {@code roles} and {@code aud}.
 */
@NullMarked
package nl.klimrek.identity;

import org.jspecify.annotations.NullMarked;
