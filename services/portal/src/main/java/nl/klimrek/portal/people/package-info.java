/** People of the organisation for HR: the list, one person, missing managers, duplicate records and account links. */
@NullMarked
package nl.klimrek.portal.people;

import org.jspecify.annotations.NullMarked;
