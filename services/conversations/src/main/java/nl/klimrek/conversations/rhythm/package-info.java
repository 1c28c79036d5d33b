/** Which days of an employee a conversation of each type has, and which were held: what keeps a rhythm a rhythm. */
package nl.klimrek.conversations.rhythm;
