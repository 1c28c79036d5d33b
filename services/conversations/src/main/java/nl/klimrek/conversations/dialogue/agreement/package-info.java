/** What was agreed, and whether it was kept or dropped. */
package nl.klimrek.conversations.dialogue.agreement;
