/** Repairs by HR: corrected records and answers to duplicate questions. */
package nl.klimrek.people.corrections;
