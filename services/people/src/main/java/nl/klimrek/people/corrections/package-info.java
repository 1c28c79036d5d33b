/** What HR repairs by hand: corrected records and answers to questions. */
package nl.klimrek.people.corrections;
