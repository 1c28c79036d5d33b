/** People of the organisation for HR: the list, one person, who has no manager, and who may be one person under two numbers. */
package nl.klimrek.portal.people;
