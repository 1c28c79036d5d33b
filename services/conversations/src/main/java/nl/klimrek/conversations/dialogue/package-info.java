/** The conversation between an employee and a counterpart: the aggregate, its life cycle and its events, in plain Java. */
package nl.klimrek.conversations.dialogue;
