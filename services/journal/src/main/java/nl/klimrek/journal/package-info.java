/** The journal: every step of every service, once, in a chain that shows when somebody changes it. */
package nl.klimrek.journal;
