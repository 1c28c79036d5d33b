/** Asking for budget, deciding on it, and handing in the receipt. */
package nl.klimrek.learningbudgets.request;
