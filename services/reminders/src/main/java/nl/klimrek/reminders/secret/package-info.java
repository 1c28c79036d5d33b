/** Encrypts secrets before they are stored, with keys from the configuration. */
@NullMarked
package nl.klimrek.reminders.secret;

import org.jspecify.annotations.NullMarked;
