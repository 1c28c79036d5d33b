/** The manager's coming weeks: how full they are and how many conversations they may hold. */
package nl.klimrek.portal.workload;
