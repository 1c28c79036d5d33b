/** Login with a password or a quick-login key, throttled by account and address. */
package nl.klimrek.identity.login;
