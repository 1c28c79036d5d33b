/** One full cycle, played against a running platform through its public interfaces only, with a proof for each step. */
package nl.klimrek.standalone.demo;
