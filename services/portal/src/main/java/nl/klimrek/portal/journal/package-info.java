/** The journal for the people it is about: their own steps and who looked; for HR and auditors, the proof of the whole. */
package nl.klimrek.portal.journal;
