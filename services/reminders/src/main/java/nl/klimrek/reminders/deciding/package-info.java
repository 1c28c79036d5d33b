/** The decision whether a due prompt is sent now, with its reason. */
@NullMarked
package nl.klimrek.reminders.deciding;

import org.jspecify.annotations.NullMarked;
