/** What waits for a decision, kept from this service's own facts: codes and amounts, no words. */
package nl.klimrek.learningbudgets.worklist;
