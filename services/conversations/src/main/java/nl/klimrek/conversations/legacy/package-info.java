/** Imports checklists of the former assessment system as closed conversations. */
package nl.klimrek.conversations.legacy;
