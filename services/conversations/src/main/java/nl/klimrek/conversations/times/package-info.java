/** When the two of a conversation could talk: their days, and what the reader has already. */
package nl.klimrek.conversations.times;
