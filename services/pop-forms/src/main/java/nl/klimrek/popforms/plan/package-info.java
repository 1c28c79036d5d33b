/** The development plan (POP): one per employee, owned by them, agreed by two, version by version. */
@NullMarked
package nl.klimrek.popforms.plan;

import org.jspecify.annotations.NullMarked;
