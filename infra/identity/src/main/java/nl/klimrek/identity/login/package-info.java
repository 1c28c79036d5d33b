/** Login with a password or a quick-login key, throttled by account and address. */
@NullMarked
package nl.klimrek.identity.login;

import org.jspecify.annotations.NullMarked;
