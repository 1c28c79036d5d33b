/** A planning run: plans what a cycle asks for, employee by employee, and resumes after a stop. */
@NullMarked
package nl.klimrek.conversations.cycle.run;

import org.jspecify.annotations.NullMarked;
