/** What was discussed: when it took place, the versions of the report and statements beside it. */
@NullMarked
package nl.klimrek.conversations.dialogue.report;

import org.jspecify.annotations.NullMarked;
