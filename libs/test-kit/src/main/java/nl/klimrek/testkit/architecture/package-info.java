/** Architecture rules that run in each module, so that a violation shows in the module that has it. */
@NullMarked
package nl.klimrek.testkit.architecture;

import org.jspecify.annotations.NullMarked;
