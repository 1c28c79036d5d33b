/** Signs people in at their organisation's own OpenID Connect issuer and exchanges its tokens for the portal's. */
@NullMarked
package nl.klimrek.portal.signin;

import org.jspecify.annotations.NullMarked;
