/** A goal of a development plan: its life from set to achieved or dropped, the activities towards it and the evidence for it. */
package nl.klimrek.popforms.goal;
