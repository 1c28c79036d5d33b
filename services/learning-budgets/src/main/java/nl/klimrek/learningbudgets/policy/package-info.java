/** What an organisation grants to whom, and how a year's grant is divided. */
package nl.klimrek.learningbudgets.policy;
