/** What was discussed: when it took place, the versions of the report and statements beside it. */
package nl.klimrek.conversations.dialogue.report;
