/** What waits for somebody today, on the employee's and the manager's page alike. */
package nl.klimrek.portal.today;
