/** Goals that a manager or a team member proposes; a goal is the employee's only when they accept it. */
@NullMarked
package nl.klimrek.popforms.proposal;

import org.jspecify.annotations.NullMarked;
