/** What the roster and the calendar do to accounts: people join, change hours and leave, quarters and years end. */
@NullMarked
package nl.klimrek.learningbudgets.roster;

import org.jspecify.annotations.NullMarked;
