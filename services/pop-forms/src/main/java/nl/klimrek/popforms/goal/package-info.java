/** A goal of a development plan: its text, its codes and its life cycle. */
package nl.klimrek.popforms.goal;
