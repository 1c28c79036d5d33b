/** Development plans (POP forms): owned by the employee, agreed by two, words at home. */
@NullMarked
package nl.klimrek.popforms;

import org.jspecify.annotations.NullMarked;
