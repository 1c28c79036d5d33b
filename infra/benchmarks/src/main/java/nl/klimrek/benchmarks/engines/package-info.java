/** The broker and the store in a process of their own, so that who measures and what is measured share no heap. */
package nl.klimrek.benchmarks.engines;
