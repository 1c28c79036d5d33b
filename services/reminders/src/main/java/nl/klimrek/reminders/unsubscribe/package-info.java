/** The link in each message that turns off messages of its kind, without signing in. */
@NullMarked
package nl.klimrek.reminders.unsubscribe;

import org.jspecify.annotations.NullMarked;
