/** Who may come in: login by OpenID Connect with a session for pages, bearer tokens for the API, open doors for the rest. */
package nl.klimrek.portal.login;
