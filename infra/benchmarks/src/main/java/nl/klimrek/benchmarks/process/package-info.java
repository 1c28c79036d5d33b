/** What a process uses: processor time, wake-ups and memory, by kind of thread. */
@NullMarked
package nl.klimrek.benchmarks.process;

import org.jspecify.annotations.NullMarked;
