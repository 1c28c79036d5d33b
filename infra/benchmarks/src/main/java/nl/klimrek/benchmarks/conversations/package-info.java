/** The planner, the launch of a cycle and a whole conversation, each in organisations of several sizes. */
@NullMarked
package nl.klimrek.benchmarks.conversations;

import org.jspecify.annotations.NullMarked;
