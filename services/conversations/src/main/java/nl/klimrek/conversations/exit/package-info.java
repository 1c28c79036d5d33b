/** A good goodbye: whoever's last day is known has a conversation in the last weeks. */
package nl.klimrek.conversations.exit;
