/** People of the organisation for HR: the list, one person, missing managers, duplicate records and account links. */
package nl.klimrek.portal.people;
