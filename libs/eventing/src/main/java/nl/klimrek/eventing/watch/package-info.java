/** What an operator sees of outbox and inbox: figures, and whether they are stuck. Labels are names of the machinery's own, never of people. */
package nl.klimrek.eventing.watch;
