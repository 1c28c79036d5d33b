/** Each person's conversations, and the smallest group that a figure may be about. */
package nl.klimrek.insights.history;
