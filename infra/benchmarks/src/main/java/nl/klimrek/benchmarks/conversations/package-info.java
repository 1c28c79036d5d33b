/** The planner, the launch of a cycle and a whole conversation, each in organisations of several sizes. */
package nl.klimrek.benchmarks.conversations;
