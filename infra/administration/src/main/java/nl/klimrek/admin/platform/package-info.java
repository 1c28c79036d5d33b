/** The platform that a command talks to, its options and exit codes. */
@NullMarked
package nl.klimrek.admin.platform;

import org.jspecify.annotations.NullMarked;
