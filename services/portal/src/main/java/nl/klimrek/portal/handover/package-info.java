/** A change of manager: what the employee hands over, and what the new manager receives. */
package nl.klimrek.portal.handover;
