/** How a released message may grow, held in the build: what changed, whether that breaks anybody, and whom. */
package nl.klimrek.contracts.evolution;
