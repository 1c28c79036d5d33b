/**
 * An OpenID Connect issuer for the demo and for tests. It knows a handful of demo people, lets a command line act for
 * any of them, and therefore refuses to start outside the Spring profile {@code demo}. In production an organisation's
 * own issuer takes its place; services need of it only the claims {@code sub}, {@code org}, {@code roles} and
 * {@code aud}.
 */
package nl.klimrek.identity;
