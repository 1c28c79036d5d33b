/** How full a manager's coming weeks are, and how many conversations they can have. */
package nl.klimrek.portal.load;
