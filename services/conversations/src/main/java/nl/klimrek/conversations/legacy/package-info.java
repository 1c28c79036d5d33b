/** Imports checklists of the former assessment system as closed conversations. */
@NullMarked
package nl.klimrek.conversations.legacy;

import org.jspecify.annotations.NullMarked;
