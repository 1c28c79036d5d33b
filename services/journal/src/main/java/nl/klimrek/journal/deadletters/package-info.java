/** What other groups could not take: seen, given again or discarded by people, each as a step of its own. */
package nl.klimrek.journal.deadletters;
