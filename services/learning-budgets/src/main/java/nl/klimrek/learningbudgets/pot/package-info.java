/** Exact amounts: money in cents, time in minutes, never mixed and never below zero. */
package nl.klimrek.learningbudgets.pot;
