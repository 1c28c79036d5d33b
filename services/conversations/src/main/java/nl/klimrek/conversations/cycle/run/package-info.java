/** A planning run: plans what a cycle asks for, employee by employee, and resumes after a stop. */
package nl.klimrek.conversations.cycle.run;
