/** From checklist to dialogue: what the old regime left behind is brought in, marked as such, and no rating becomes a field. */
package nl.klimrek.conversations.oldregime;
