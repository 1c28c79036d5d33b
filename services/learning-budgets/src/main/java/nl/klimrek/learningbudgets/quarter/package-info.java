/** Notices that a quarter is over. */
package nl.klimrek.learningbudgets.quarter;
