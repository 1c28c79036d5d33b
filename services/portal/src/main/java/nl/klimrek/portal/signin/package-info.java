/** Signs people in at their organisation's own OpenID Connect issuer and exchanges its tokens for the portal's. */
package nl.klimrek.portal.signin;
