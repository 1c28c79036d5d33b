/** What becomes of conversations when people leave or get another manager. */
package nl.klimrek.conversations.succession;
