/** Verified tokens, the caller with organisation and roles, and deny by default. */
@NullMarked
package nl.klimrek.servicekit.security;

import org.jspecify.annotations.NullMarked;
