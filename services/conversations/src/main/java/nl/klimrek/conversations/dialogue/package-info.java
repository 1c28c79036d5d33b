/** The conversation between an employee and a counterpart: the aggregate, its life cycle and its events, in plain Java. */
@NullMarked
package nl.klimrek.conversations.dialogue;

import org.jspecify.annotations.NullMarked;
