/** Sign-in at an organisation's own OpenID Connect issuer: discovery, claims, the link to a person, and the token for services. */
package nl.klimrek.portal.signin;
