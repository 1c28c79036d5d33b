/** Signed notes and checkpoints of trees as C2SP defines them, in plain Java. */
@NullMarked
package nl.klimrek.journal.note;

import org.jspecify.annotations.NullMarked;
