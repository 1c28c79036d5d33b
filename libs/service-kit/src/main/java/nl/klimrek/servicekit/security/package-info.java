/** Who calls: tokens verified, the caller with organisation and roles, deny by default. */
@NullMarked
package nl.klimrek.servicekit.security;

import org.jspecify.annotations.NullMarked;
