/** Who calls: tokens verified, the caller with organisation and roles, deny by default. */
package nl.klimrek.servicekit.security;
