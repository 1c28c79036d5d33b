/** What happened, in order: of a conversation, goal or budget, of an undertaking, of a person; and who looked. */
package nl.klimrek.journal.timeline;
