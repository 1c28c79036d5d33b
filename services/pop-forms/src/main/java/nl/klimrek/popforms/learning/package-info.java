/** What somebody does towards a goal, and the evidence of it. */
package nl.klimrek.popforms.learning;
