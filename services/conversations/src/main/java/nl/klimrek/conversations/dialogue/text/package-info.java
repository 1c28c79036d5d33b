/** Text that a person typed, with the commitment that stands for it in events. */
package nl.klimrek.conversations.dialogue.text;
