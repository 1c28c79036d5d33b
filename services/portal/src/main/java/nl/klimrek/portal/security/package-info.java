/** Decides who may enter: the security filter chains, sessions, and signing in again with every typed word kept. */
@NullMarked
package nl.klimrek.portal.security;

import org.jspecify.annotations.NullMarked;
