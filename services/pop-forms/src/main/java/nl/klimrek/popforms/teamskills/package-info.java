/** What people can, teach and want to learn, shown to their team only where they say so; names, never scores. */
@NullMarked
package nl.klimrek.popforms.teamskills;

import org.jspecify.annotations.NullMarked;
