/** Reminders: what a person wants and when, and for HR the rules, the coming week and the silences. */
@NullMarked
package nl.klimrek.portal.prompts;

import org.jspecify.annotations.NullMarked;
